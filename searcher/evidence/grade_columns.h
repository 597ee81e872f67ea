// Judgements of all eras in the columns of today's: which goes where, and what is better or worse.
#pragma once

#include "common/report/report.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct GradeColumn {
  std::string_view name;  // "in_care", or "grade" for the overall one
  std::string_view head;  // "in care"
  // Names of judgements, today's first.
  std::array<std::string_view, 3> judgements;
};

std::span<const GradeColumn> grade_columns();

struct ColumnGrade {
  std::string grade;
  std::string_view judged_as;  // the judgement's name; "grade" for the overall one
  int change = 0;              // 1: better than in the inspection before, -1: worse
};

// By name of the column.
using ColumnGrades = std::map<std::string_view, ColumnGrade>;

// What a document awards. "none" and "unknown" are left out.
ColumnGrades column_grades(const Metadata& metadata);

// Fills in what changed since `before`, in columns that both have. "adequate" and "requires
// improvement" are of different scales: going from one to the other is no change.
void compare_with(const ColumnGrades& before, ColumnGrades* after);

// "better: overall, leaders; worse: care leavers"; empty where nothing changed.
std::string change_in_words(const ColumnGrades& grades);

// Whether a document states what its inspection found itself, so that it can be compared.
bool is_of_inspection(const Metadata& metadata);

}  // namespace ofsearch
