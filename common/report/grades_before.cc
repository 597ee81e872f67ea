#include "common/report/grades_before.h"

#include "common/report/values.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr size_t kYear = 4;  // of "2021-05-13"

bool may_be_next(const std::string& before, const std::string& after) {
  const int years = std::stoi(after) - std::stoi(before);
  if (before.size() == kYear || after.size() == kYear) return years <= kLongestBetween;
  return years < kLongestBetween ||
         (years == kLongestBetween && after.substr(kYear) <= before.substr(kYear));
}

}  // namespace

std::string day_of(const Metadata& metadata) {
  if (metadata.inspection_end) return *metadata.inspection_end;
  if (metadata.published) return *metadata.published;
  return metadata.year ? std::to_string(*metadata.year) : "";
}

bool GradesBefore::take(const Metadata& document, ColumnGrades* grades) {
  const std::string day = day_of(document);
  if (!is_of_inspection(document) || day.empty()) return true;
  if (document.standing_grade) find_replaced(*document.standing_grade);
  bool compared = false, missing = false;
  for (auto& [column, grade] : *grades) {
    auto [it, is_first] = before_.try_emplace({grade.part, column});
    Before& before = it->second;
    if (!is_first) {
      const bool is_next = !before.replaced && may_be_next(before.day, day);
      if (is_next) {
        grade.before = before.grade;
        grade.change = compare_grades(before.grade, grade.grade);
      }
      (is_next ? compared : missing) = true;
    }
    before = {grade.grade, day};
  }
  return compared || !missing;
}

// A grade that is in force and that none of these inspections gave is of one that is missing.
void GradesBefore::find_replaced(const std::string& standing_grade) {
  const Grade* standing = find_grade(standing_grade);
  if (standing == nullptr || standing->rank == 0) return;
  const bool is_given = std::ranges::any_of(before_, [&](const auto& entry) {
    return entry.first.second == kOverallColumn && !entry.second.replaced &&
           entry.second.grade == standing_grade;
  });
  if (is_given) return;
  for (auto& [column, before] : before_) before.replaced = true;
}

}  // namespace ofsearch
