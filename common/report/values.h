// The values that facts of a report take, each table once: what they are called in the index and in
// JSON, how people and reports write them, and how they are ordered. Whoever needs to know a grade,
// a kind of visit, a region, a month, a part of a report, a finding or a judgement looks it up
// here.
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

// The scales are not the same: until 2013 "adequate" stood where "requires improvement" stands now.
enum class GradeScale { kAny, kUntil2013, kSince2013 };

struct Grade {
  std::string_view name;  // "requires improvement"; in JSON and in the index
  int rank = 0;           // 1 is the best; 0 for what is no grade: "none", "unknown"
  double praise = 0;      // what a table of grades says with it: 1 praise, -1 criticism
  GradeScale scale = GradeScale::kAny;
  std::string_view label = {};  // short, for a table: "RI"; else `name`
};

// Best first, then "none" and "unknown": the order in which facets list them.
std::span<const Grade> grades();
// Nothing for what is none of the names.
const Grade* find_grade(std::string_view name);
std::vector<std::string> grade_names();
// Those that can be awarded, without "none".
std::vector<std::string> awarded_grade_names();

// What a row says that has no grade: "Not judged".
inline constexpr std::string_view kNotJudged = "not judged";

struct PrintedGrade {
  std::string_view words;  // bare words, as reports print them
  std::string_view grade;  // name of a Grade, or kNotJudged
};

// Longest first where one begins with another.
std::span<const PrintedGrade> printed_grades();

// 1 if `after` is better than `before`, -1 if it is worse, 0 if they are alike or either is no
// grade. "adequate" and "requires improvement" are alike: one took the other's place.
int compare_grades(std::string_view before, std::string_view after);

// ---- Kinds of visit ------------------------------------------------------------------------

struct VisitType {
  std::string_view name;   // "focused-visit"
  std::string_view words;  // "focused visit": in a sentence
  std::string_view label;  // short, for a table
};

std::span<const VisitType> visit_types();
const VisitType* find_visit_type(std::string_view name);

// ---- Judgements ----------------------------------------------------------------------------

struct Judgement {
  std::string_view name;   // "help_protection"
  std::string_view words;  // "Help and protection"
  std::string_view label;  // short, for a column: "help"
};

// In the order in which they are shown.
std::span<const Judgement> judgements();
const Judgement* find_judgement(std::string_view name);

// ---- Parts of a report and findings --------------------------------------------------------

// "help-and-protection"; the values of --section. kOther is "other".
std::string_view section_kind_name(SectionKind kind);
std::optional<SectionKind> section_kind_from_name(std::string_view name);
std::vector<std::string> section_kind_names();  // those people may ask for

// "strength", "weakness", "mixed" or "neutral"
std::string_view finding_name(Finding finding);
std::optional<Finding> finding_from_name(std::string_view name);
std::vector<std::string> finding_names();

// ---- Other facts ---------------------------------------------------------------------------

std::vector<std::string> visit_type_names();
std::vector<std::string> document_kind_names();    // "report", "letter", ...
std::vector<std::string> send_outcome_names();     // with "unknown"
std::vector<std::string> focus_names();            // with "other" and "unknown"
std::span<const std::string_view> region_names();  // the nine English regions

// ---- Months --------------------------------------------------------------------------------

struct Month {
  std::string_view name;                        // "March"
  std::array<std::string_view, 2> short_forms;  // "Mar"; empty where there is no (other) one
  bool also_word = false;                       // a word of the language too
};

// January first: twelve.
std::span<const Month> months();

}  // namespace ofsearch
