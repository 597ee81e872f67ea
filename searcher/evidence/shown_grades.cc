#include "searcher/evidence/shown_grades.h"

#include "common/report/grades_before.h"
#include "common/report/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

// A judgement of another scope than the column's, a grade of another scale, and a day that is not
// of the inspection.
struct Mark {
  std::string_view sign;
  std::string_view of;  // a judgement, a part of the services, or what data call it
  std::string_view note;
};
constexpr std::string_view kPublication = "publication", kOldScale = "adequate";
constexpr std::array<Mark, 6> kMarks = {{
    {"a", "care_and_leavers", "one judgement on children in care and care leavers (2018 to 2022)"},
    {"b", "looked_after",
     "judged as children looked after and achieving permanence (2013 to 2018)"},
    {"c", kOldScale, "adequate, of the scale until 2013, is not the same as requires improvement"},
    {"d", "child-protection",
     "of child protection alone (2012 to 2013): not compared with grades of the whole"},
    {"e", "looked-after",
     "of services for looked after children alone (2013): not compared with grades of the whole"},
    {"f", kPublication,
     "the day of publication, as the report does not say when the inspection was"},
}};

}  // namespace

std::string ShownGrades::mark_of(const ColumnGrade& grade) {
  std::string signs;
  const Grade* row = find_grade(grade.grade);
  for (const Mark& mark : kMarks) {
    const bool applies = mark.of == kOldScale
                             ? row != nullptr && row->scale == GradeScale::kUntil2013
                             : grade.judged_as == mark.of || grade.part == mark.of;
    if (!applies) continue;
    signs += (signs.empty() ? "" : ", ") + std::string(mark.sign);
    used_.insert(mark.sign);
  }
  return signs;
}

TableCell ShownGrades::cell_of(const ColumnGrade& grade) {
  TableCell cell = text_cell(grade.grade);
  cell.change = grade.change;
  cell.mark = mark_of(grade);
  if (const Grade* row = find_grade(grade.grade); row != nullptr && !row->label.empty()) {
    cell.short_text = row->label;
    used_.insert(row->label);
  }
  return cell;
}

TableCell ShownGrades::day_cell(const Metadata& metadata) {
  TableCell cell = text_cell(day_of(metadata));
  if (date_of(metadata) != kPublication) return cell;
  const auto* mark = std::ranges::find(kMarks, kPublication, &Mark::of);
  cell.mark = mark->sign;
  used_.insert(mark->sign);
  return cell;
}

std::string_view date_of(const Metadata& metadata) {
  if (metadata.inspection_end) return "inspection";
  return metadata.published ? kPublication : metadata.year ? "year" : std::string_view();
}

void ShownGrades::add_signs(Table* table) const {
  for (const Mark& mark : kMarks)
    if (used_.contains(mark.sign))
      table->signs.push_back(
          {std::string(mark.sign), std::string(mark.note), std::string(mark.of)});
  for (const Grade& grade : grades())
    if (!grade.label.empty() && used_.contains(grade.label))
      table->signs.push_back({std::string(grade.label), std::string(grade.name)});
}

}  // namespace ofsearch
