// Maps the judgements of all eras to columns of today's judgements, and compares grades.
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
  std::string_view name;   // "in_care", or "grade" for the overall one
  std::string_view head;   // "in care", above a narrow column
  std::string_view label;  // "children in care", in a sentence
  // Names of judgements that belong in this column, today's first.
  std::array<std::string_view, 3> judgements;
};

inline constexpr std::string_view kOverallColumn = "grade";

std::span<const GradeColumn> grade_columns();

struct ColumnGrade {
  std::string grade;
  std::string_view judged_as;  // the judgement's name; "grade" for the overall one
  int change = 0;              // 1: better than in the previous inspection, -1: worse
  std::string before = {};     // the grade in the previous inspection, where that is known
  std::string_view part = {};  // type of an inspection of a part of the services; else empty
};

// Grades by name of the column.
using ColumnGrades = std::map<std::string_view, ColumnGrade>;

// Returns the grades that a document awards, without "none" and "unknown".
ColumnGrades column_grades(const Metadata& metadata);

// Tells whether a document is an inspection of all services that judges each of them. Since 2026
// such inspections give no overall grade, and none is in force behind them.
bool judges_all_services(const Metadata& metadata);

// Returns what changed: "better: overall grade, leaders; worse: care leavers"; empty if nothing
// did.
std::string change_in_words(const ColumnGrades& grades);

// Tells whether a document is the inspectorate's own account of an inspection, not an article about
// it: only such documents are compared.
bool is_of_inspection(const Metadata& metadata);

}  // namespace ofsearch
