#include "searcher/evidence/shown_grades.h"

#include "common/report/values.h"

#include <fmt/format.h>

#include <array>

namespace ofsearch {
namespace {

// A judgement of another scope than the column's, and a grade of another scale.
struct Mark {
  std::string_view sign;
  std::string_view of;  // a judgement or a part of the services; or empty: the scale until 2013
  std::string_view note;
};
constexpr std::array<Mark, 5> kMarks = {{
    {"a", "care_and_leavers", "one judgement on children in care and care leavers (2018 to 2022)"},
    {"b", "looked_after",
     "judged as children looked after and achieving permanence (2013 to 2018)"},
    {"c", "", "adequate, of the scale until 2013, is not the same as requires improvement"},
    {"d", "child-protection",
     "of child protection alone (2012 to 2013): not compared with grades of the whole"},
    {"e", "looked-after",
     "of services for looked after children alone (2013): not compared with grades of the whole"},
}};

}  // namespace

std::string ShownGrades::mark_of(const ColumnGrade& grade) {
  std::string signs;
  const Grade* row = find_grade(grade.grade);
  for (const Mark& mark : kMarks) {
    bool applies = mark.of.empty() ? row != nullptr && row->scale == GradeScale::kUntil2013
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

void ShownGrades::add_signs(Table* table) const {
  for (const Mark& mark : kMarks)
    if (used_.contains(mark.sign))
      table->signs.push_back(fmt::format("{}: {}", mark.sign, mark.note));
  for (const Grade& grade : grades())
    if (!grade.label.empty() && used_.contains(grade.label))
      table->signs.push_back(fmt::format("{}: {}", grade.label, grade.name));
}

}  // namespace ofsearch
