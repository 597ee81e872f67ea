#include "common/report/values.h"

#include "common/text/characters.h"

#include <algorithm>

namespace ofsearch {
namespace {

// "Adequate" was the grade of services that met the minimum only: a little less than mixed.
constexpr std::array<Grade, 7> kGrades = {{
    {"outstanding", 1, 1, GradeScale::kAny},
    {"good", 2, 1, GradeScale::kAny},
    {"requires improvement", 3, -1, GradeScale::kSince2013, "RI"},
    {"adequate", 3, -0.25, GradeScale::kUntil2013},
    {"inadequate", 4, -1, GradeScale::kAny},
    {"none", 0, 0, GradeScale::kAny},
    {"unknown", 0, 0, GradeScale::kAny},
}};

constexpr std::array<PrintedGrade, 14> kPrintedGrades = {{
    {"requires improvement to be good", "requires improvement"},
    {"require improvement to be good", "requires improvement"},
    {"requiring improvement to be good", "requires improvement"},
    {"requires improvement", "requires improvement"},
    {"require improvement", "requires improvement"},
    {"requiring improvement", "requires improvement"},
    {"outstanding", "outstanding"},
    {"inadequate", "inadequate"},
    {"adequate", "adequate"},
    {"good", "good"},
    {"not judged", kNotJudged},
    {"not graded", kNotJudged},
    {"no judgement", kNotJudged},
    {"not applicable", kNotJudged},
}};

constexpr std::array<VisitType, 16> kVisitTypes = {{
    {"ilacs-standard", "standard inspection (ILACS)", "ILACS standard"},
    {"ilacs-short", "short inspection (ILACS)", "ILACS short"},
    {"ilacs", "inspection (ILACS)", "ILACS"},
    {"focused-visit", "focused visit", "focused visit", false},
    {"monitoring-visit", "monitoring visit", "monitoring visit", false},
    {"sif", "single inspection (SIF)", "single inspection"},
    {"lscb-review", "safeguarding board review", "LSCB review", false},
    {"child-protection", "child protection inspection", "child protection"},
    {"looked-after", "looked after children inspection", "looked after"},
    {"slac", "safeguarding and looked after inspection", "SLAC"},
    {"joint-area-review", "joint area review", "joint area review", false},
    {"jtai", "joint targeted area inspection (JTAI)", "JTAI", false},
    {"area-send", "area SEND inspection", "area SEND", false},
    {"area-send-monitoring", "area SEND monitoring inspection", "area SEND monitoring", false},
    {"other", "other inspection", "other"},
    {"unknown", "inspection of unknown type", "unknown"},
}};

constexpr std::array<Judgement, 9> kJudgements = {{
    {"leaders", "Leaders", "leaders"},
    {"help_protection", "Help and protection", "help"},
    {"in_care", "Children in care", "in care"},
    {"care_leavers", "Care leavers", "leavers"},
    {"care_and_leavers", "Children in care and care leavers", "care+leavers"},
    {"looked_after", "Children looked after and permanence", "looked after"},
    {"adoption", "Adoption", "adoption"},
    {"lscb", "Safeguarding board", "LSCB"},
    {"quality_of_practice", "Quality of practice", "practice"},
}};

struct SectionRow {
  SectionKind kind;
  std::string_view name;
};

constexpr std::array<SectionRow, 9> kSections = {{
    {SectionKind::kOther, "other"},
    {SectionKind::kSummary, "summary"},
    {SectionKind::kRecommendations, "recommendations"},
    {SectionKind::kLeadership, "leadership"},
    {SectionKind::kHelpAndProtection, "help-and-protection"},
    {SectionKind::kCare, "care"},
    {SectionKind::kCareLeavers, "care-leavers"},
    {SectionKind::kFindings, "findings"},
    {SectionKind::kBoilerplate, "boilerplate"},
}};

struct FindingRow {
  Finding finding;
  std::string_view name;
};

constexpr std::array<FindingRow, 4> kFindings = {{
    {Finding::kStrength, "strength"},
    {Finding::kWeakness, "weakness"},
    {Finding::kMixed, "mixed"},
    {Finding::kNeutral, "neutral"},
}};

constexpr std::array<std::string_view, 9> kRegions = {
    "East Midlands", "East of England", "London",
    "North East",    "North West",      "South East",
    "South West",    "West Midlands",   "Yorkshire and The Humber"};

constexpr std::array<PrintedOutcome, 8> kPrintedOutcomes = {{
    {"typically lead to positive experiences", "typically-positive", 1},
    {"typically leads to positive experiences", "typically-positive", 1},
    {"lead to inconsistent experiences", "inconsistent", -1},
    {"leads to inconsistent experiences", "inconsistent", -1},
    {"widespread and or systemic failings", "widespread-failings", -1},
    {"widespread and systemic failings", "widespread-failings", -1},
    {"widespread or systemic failings", "widespread-failings", -1},
    {"widespread systemic failings", "widespread-failings", -1},
}};

constexpr std::array<Month, 12> kMonths = {{
    {"January", {"Jan"}},
    {"February", {"Feb"}},
    {"March", {"Mar"}, true},
    {"April", {"Apr"}},
    {"May", {}, true},
    {"June", {"Jun"}},
    {"July", {"Jul"}},
    {"August", {"Aug"}, true},
    {"September", {"Sep", "Sept"}},
    {"October", {"Oct"}},
    {"November", {"Nov"}},
    {"December", {"Dec"}},
}};

// The row called `name`, or null.
template <typename Rows>
auto find_row(const Rows& rows, std::string_view name) -> decltype(rows.data()) {
  auto it =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
  return it == rows.end() ? nullptr : &*it;
}

template <typename Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.emplace_back(row.name);
  return names;
}

}  // namespace

std::span<const Grade> grades() {
  return kGrades;
}

const Grade* find_grade(std::string_view name) {
  return find_row(kGrades, name);
}

std::vector<std::string> grade_names() {
  return names_of(kGrades);
}

std::vector<std::string> awarded_grade_names() {
  std::vector<std::string> names;
  for (const Grade& grade : kGrades)
    if (grade.rank > 0) names.emplace_back(grade.name);
  return names;
}

std::span<const PrintedGrade> printed_grades() {
  return kPrintedGrades;
}

int compare_grades(std::string_view before, std::string_view after) {
  const Grade* from = find_grade(before);
  const Grade* to = find_grade(after);
  if (from == nullptr || to == nullptr || from->rank == 0 || to->rank == 0) return 0;
  return (from->rank > to->rank) - (from->rank < to->rank);
}

std::span<const VisitType> visit_types() {
  return kVisitTypes;
}

const VisitType* find_visit_type(std::string_view name) {
  return find_row(kVisitTypes, name);
}

bool awards_no_grade(std::string_view visit_type) {
  const VisitType* type = find_visit_type(visit_type);
  return type != nullptr && !type->graded;
}

std::vector<std::string> visit_type_names() {
  return names_of(kVisitTypes);
}

std::span<const Judgement> judgements() {
  return kJudgements;
}

const Judgement* find_judgement(std::string_view name) {
  return find_row(kJudgements, name);
}

std::string_view section_kind_name(SectionKind kind) {
  for (const SectionRow& row : kSections)
    if (row.kind == kind) return row.name;
  return kSections.front().name;
}

std::optional<SectionKind> section_kind_from_name(std::string_view name) {
  const SectionRow* row = find_row(kSections, name);
  return row == nullptr ? std::nullopt : std::optional(row->kind);
}

std::vector<std::string> section_kind_names() {
  std::vector<std::string> names;
  for (const SectionRow& row : kSections)
    if (row.kind != SectionKind::kBoilerplate) names.emplace_back(row.name);
  return names;
}

std::string_view finding_name(Finding finding) {
  for (const FindingRow& row : kFindings)
    if (row.finding == finding) return row.name;
  return finding_name(Finding::kNeutral);
}

std::optional<Finding> finding_from_name(std::string_view name) {
  const FindingRow* row = find_row(kFindings, name);
  return row == nullptr ? std::nullopt : std::optional(row->finding);
}

std::vector<std::string> finding_names() {
  return names_of(kFindings);
}

std::vector<std::string> document_kind_names() {
  return {"report", "letter", "article", "unknown"};
}

std::vector<std::string> send_outcome_names() {
  return {"typically-positive", "inconsistent", "widespread-failings"};
}

std::vector<std::string> focus_names() {
  return {"front-door",
          "child-in-need-or-protection",
          "extra-familial-risk",
          "in-care",
          "permanence",
          "care-leavers",
          "other"};
}

std::span<const std::string_view> region_names() {
  return kRegions;
}

std::span<const PrintedOutcome> printed_send_outcomes() {
  return kPrintedOutcomes;
}

std::span<const Month> months() {
  return kMonths;
}

bool is_month(std::string_view word) {
  return std::ranges::any_of(
      kMonths, [&](const Month& month) { return equal_ignoring_ascii_case(month.name, word); });
}

}  // namespace ofsearch
