#include "common/report/grade_columns.h"

#include "common/report/values.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr std::array<GradeColumn, 8> kColumns = {{
    {kOverallColumn, "overall", "overall grade", {}},
    {"leaders", "leaders", "leaders", {"leaders"}},
    {"help_protection", "help", "help and protection", {"help_protection"}},
    // From 2018 to 2022 one judgement was on children in care and care leavers.
    {"in_care", "in care", "children in care", {"in_care", "care_and_leavers", "looked_after"}},
    {"care_leavers", "leavers", "care leavers", {"care_leavers", "care_and_leavers"}},
    {"adoption", "adoption", "adoption", {"adoption"}},
    {"lscb", "LSCB", "safeguarding children board", {"lscb"}},
    {"quality_of_practice", "practice", "quality of practice", {"quality_of_practice"}},
}};

// Inspections of a part of the services. What their other judgements are on, their names say.
constexpr std::array<std::string_view, 2> kOfParts = {"looked-after", "child-protection"};
constexpr std::array<std::string_view, 3> kOfThePart = {kOverallColumn, "leaders",
                                                        "quality_of_practice"};

std::string_view part_judged(std::string_view visit_type, std::string_view column) {
  if (std::ranges::find(kOfThePart, column) == kOfThePart.end()) return {};
  const auto part = std::ranges::find(kOfParts, visit_type);
  return part == kOfParts.end() ? std::string_view() : *part;
}

bool is_grade(std::string_view name) {
  const Grade* grade = find_grade(name);
  return grade != nullptr && grade->rank > 0;
}

std::string labels(const ColumnGrades& grades, int change) {
  std::string list;
  for (const GradeColumn& column : kColumns)
    if (auto it = grades.find(column.name); it != grades.end() && it->second.change == change)
      list += (list.empty() ? "" : ", ") + std::string(column.label);
  return list;
}

}  // namespace

std::span<const GradeColumn> grade_columns() {
  return kColumns;
}

ColumnGrades column_grades(const Metadata& metadata) {
  ColumnGrades grades;
  if (is_grade(metadata.grade)) grades[kOverallColumn] = {metadata.grade, kOverallColumn};
  for (const GradeColumn& column : kColumns)
    for (std::string_view judgement : column.judgements) {
      auto it = metadata.judgements.find(std::string(judgement));
      if (it != metadata.judgements.end() && is_grade(it->second))
        grades.try_emplace(column.name, ColumnGrade{it->second, judgement});
    }
  for (auto& [name, grade] : grades) grade.part = part_judged(metadata.visit_type, name);
  return grades;
}

bool judges_all_services(const Metadata& metadata) {
  constexpr size_t kFewest = 3;  // columns
  return metadata.visit_type.starts_with("ilacs") && column_grades(metadata).size() >= kFewest;
}

std::string change_in_words(const ColumnGrades& grades) {
  const std::string better = labels(grades, 1), worse = labels(grades, -1);
  std::string words = better.empty() ? "" : "better: " + better;
  if (!worse.empty()) words += (words.empty() ? "" : "; ") + ("worse: " + worse);
  return words;
}

bool is_of_inspection(const Metadata& metadata) {
  return metadata.kind != "article";
}

}  // namespace ofsearch
