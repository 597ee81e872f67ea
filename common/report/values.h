// Lists the values that facts of a report take: grades, kinds of visit, judgements, parts of a
// report, findings, regions, months. Each table has their names in the index and in JSON, how
// people and reports write them, and their order. No other file repeats them.
#pragma once

#include "common/report/report.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// ---- Grades --------------------------------------------------------------------------------

// There are two scales: until 2013 with "adequate", since then with "requires improvement".
enum class GradeScale { kAny, kUntil2013, kSince2013 };

struct Grade {
  std::string_view name;  // "requires improvement"; in JSON and in the index
  int rank = 0;           // 1 is the best; 0 for "none" and "unknown"
  double praise = 0;      // for findings, where a table prints it: 1 praise to -1 criticism
  GradeScale scale = GradeScale::kAny;
  std::string_view label = {};  // short, for a table: "RI"; else `name`
};

// Returns the grades, best first, then "none" and "unknown": the order in which facets list them.
std::span<const Grade> grades();
// Returns the grade of that name; nullptr if there is none.
const Grade* find_grade(std::string_view name);
std::vector<std::string> grade_names();
// Returns the names of grades that can be awarded: not "none" and "unknown".
std::vector<std::string> awarded_grade_names();

// PrintedGrade::grade of the words that stand in place of a grade: "Not judged".
inline constexpr std::string_view kNotJudged = "not judged";

struct PrintedGrade {
  std::string_view words;  // bare words, as reports print them
  std::string_view grade;  // name of a Grade, or kNotJudged
};

// Returns what reports print as grades. If one begins with another, the longer one comes first.
std::span<const PrintedGrade> printed_grades();

// Returns 1 if `after` is better than `before`, -1 if it is worse, 0 if they are equal or either is
// not a grade. "adequate" and "requires improvement" are equal: the second replaced the first.
int compare_grades(std::string_view before, std::string_view after);

// ---- Kinds of visit ------------------------------------------------------------------------

struct VisitType {
  std::string_view name;   // "focused-visit"
  std::string_view words;  // "focused visit": in a sentence
  std::string_view label;  // short, for a table
  bool graded = true;      // an overall grade is awarded, at least by some
};

std::span<const VisitType> visit_types();
const VisitType* find_visit_type(std::string_view name);
// Returns true for types whose reports award no overall grade at all; false for a name that is not
// known.
bool awards_no_grade(std::string_view visit_type);

// ---- Judgements ----------------------------------------------------------------------------

struct Judgement {
  std::string_view name;   // "help_protection"
  std::string_view words;  // "Help and protection"
  std::string_view label;  // short, for a column: "help"
};

// Returns the judgements in the order in which they are displayed.
std::span<const Judgement> judgements();
const Judgement* find_judgement(std::string_view name);

// ---- Parts of a report and findings --------------------------------------------------------

// Returns the name of a kind: "help-and-protection", "other", ... They are the values of --section,
// and "boilerplate".
std::string_view section_kind_name(SectionKind kind);
std::optional<SectionKind> section_kind_from_name(std::string_view name);
std::vector<std::string> section_kind_names();  // the values of --section

// Returns "strength", "weakness", "mixed" or "neutral".
std::string_view finding_name(Finding finding);
std::optional<Finding> finding_from_name(std::string_view name);
std::vector<std::string> finding_names();

// ---- Other facts ---------------------------------------------------------------------------

std::vector<std::string> visit_type_names();
std::vector<std::string> document_kind_names();    // "report", "letter", ...
std::vector<std::string> send_outcome_names();     // with "unknown"
std::vector<std::string> focus_names();            // with "other" and "unknown"
std::span<const std::string_view> region_names();  // the nine English regions

// ---- Outcomes of area SEND inspections --------------------------------------------------------

struct PrintedOutcome {
  std::string_view words;    // bare words, as reports print them
  std::string_view outcome;  // one of send_outcome_names()
  double praise = 0;         // for findings: 1 praise to -1 criticism
};

std::span<const PrintedOutcome> printed_send_outcomes();

// ---- Months --------------------------------------------------------------------------------

struct Month {
  std::string_view name;                        // "March"
  std::array<std::string_view, 2> short_forms;  // "Mar"; empty strings if there are fewer
  bool also_word = false;                       // also an ordinary word: "May"
};

// Returns the twelve months, January first.
std::span<const Month> months();

// Tells whether `word` is a month's whole name, in any case.
bool is_month(std::string_view word);

}  // namespace ofsearch
