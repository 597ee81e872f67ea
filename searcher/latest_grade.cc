#include "searcher/latest_grade.h"

#include "common/report/grade_columns.h"
#include "common/report/grades_before.h"
#include "common/report/values.h"

#include <fmt/format.h>

#include <string_view>

namespace ofsearch {

namespace {

// "leaders good, help and protection inadequate"
std::string judgements_in_words(const ColumnGrades& grades) {
  std::string list;
  for (const GradeColumn& column : grade_columns())
    if (const auto found = grades.find(column.name); found != grades.end())
      list += fmt::format("{}{} {}", list.empty() ? "" : ", ", column.label, found->second.grade);
  return list;
}

}  // namespace

std::string latest_grade_note(const SearchResults& results) {
  std::string authority;
  for (const ReportHit& hit : results.hits) {
    const Metadata& m = hit.report.metadata;
    if (!is_of_inspection(m)) continue;
    authority = m.authority;
    const ColumnGrades grades = column_grades(m);
    const auto overall = grades.find(kOverallColumn);
    const bool graded = overall != grades.end() && overall->second.part.empty();
    if (!graded && !judges_all_services(m)) continue;
    const VisitType* type = find_visit_type(m.visit_type);
    return fmt::format(
        "the latest graded report of {} in the index is the {} of {}: {}", authority,
        type == nullptr ? std::string_view("report") : type->label, day_of(m),
        graded ? overall->second.grade : "no overall grade, " + judgements_in_words(grades));
  }
  return authority.empty() ? ""
                           : fmt::format("no report of {} in the index has a grade", authority);
}

}  // namespace ofsearch
