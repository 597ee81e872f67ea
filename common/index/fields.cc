#include "common/index/fields.h"

#include "common/field/authorities.h"
#include "common/field/topics.h"
#include "common/index/schema.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "common/text/text.h"

#include <algorithm>
#include <set>

namespace ofsearch {
namespace {

using Values = std::vector<std::string>;

Values one(const std::string& value) {
  return value.empty() ? Values() : Values{value};
}

Values one(const std::optional<std::string>& value) {
  return value ? one(*value) : Values();
}

Values standing_grade_names() {
  Values names = awarded_grade_names();
  names.emplace_back("unknown");
  return names;
}

Values graded_judgements(const Metadata& m) {
  Values values;
  for (const auto& [judgement, grade] : m.judgements) values.push_back(judgement + ":" + grade);
  return values;
}

// A heading may name two parts; one of recommendations is of nothing else.
Values kinds_of_section(const Passage& passage) {
  std::set<SectionKind> kinds = {passage.section_kind};
  if (passage.section_kind != SectionKind::kRecommendations &&
      passage.section_kind != SectionKind::kBoilerplate)
    for (SectionKind kind : section_kinds(passage.section)) kinds.insert(kind);
  Values names;
  for (SectionKind kind : kinds) names.emplace_back(section_kind_name(kind));
  return names;
}

// What every report repeats speaks of nothing.
Values topics_of_passage(const Passage& passage) {
  return passage.section_kind == SectionKind::kBoilerplate ? Values()
                                                           : Topics::builtin().find(passage.text);
}

const std::vector<std::pair<std::string, std::string>>& grade_spellings() {
  static const std::vector<std::pair<std::string, std::string>> kSpellings = {
      {"ri", "requires improvement"},
      {"requires improvement to be good", "requires improvement"},
  };
  return kSpellings;
}

const std::vector<Field>& table() {
  using enum FieldKind;
  using enum FieldLevel;
  using enum ValueOrder;
  // Rows of reports are appended before those of passages; slots are never given to another field.
  static const std::vector<Field> kFields = {
      {"authority",
       "authority",
       "authority",
       "authority",
       "XA",
       10,
       kAuthority,
       kReport,
       kByCount,
       "NAME",
       "reports on this local authority",
       true,
       {},
       [](const Metadata& m) { return one(m.authority); },
       nullptr},
      {"year",
       "year",
       "year",
       "year",
       "XY",
       11,
       kYear,
       kReport,
       kNewestFirst,
       "YEAR|FROM..TO",
       "reports of this year or these years",
       true,
       {},
       [](const Metadata& m) { return one(m.year ? std::to_string(*m.year) : "unknown"); },
       nullptr},
      {"visit_type",
       "type",
       "type",
       "type",
       "XT",
       12,
       kChoice,
       kReport,
       kByCount,
       "TYPE",
       "inspections and visits of this type",
       true,
       visit_type_names(),
       [](const Metadata& m) { return one(m.visit_type); },
       nullptr,
       {{"ilacs", {"ilacs", "ilacs-standard", "ilacs-short"}}}},
      {"grade",
       "grade",
       "grade",
       "grade",
       "XG",
       13,
       kChoice,
       kReport,
       kAsListed,
       "GRADE|JUDGEMENT:GRADE",
       "reports that award this grade, overall or in one judgement",
       true,
       grade_names(),
       [](const Metadata& m) { return one(m.grade); },
       nullptr,
       {},
       grade_spellings(),
       {},
       "judgements"},
      {"kind",
       "kind",
       "kind",
       "kind",
       "XK",
       14,
       kChoice,
       kReport,
       kByCount,
       "KIND",
       "documents of this kind",
       false,
       document_kind_names(),
       [](const Metadata& m) { return one(m.kind); },
       nullptr,
       {},
       {},
       {{"news", "article"}}},
      {"region",
       "region",
       "region",
       "region",
       "XR",
       15,
       kChoice,
       kReport,
       kByCount,
       "REGION",
       "authorities of this English region",
       false,
       {region_names().begin(), region_names().end()},
       [](const Metadata& m) { return one(m.region); },
       nullptr},
      {"standing_grade",
       "standing-grade",
       "standing-grade",
       "standing grade",
       "XS",
       16,
       kChoice,
       kReport,
       kAsListed,
       "GRADE",
       "visits to authorities with this overall grade at the time",
       false,
       standing_grade_names(),
       [](const Metadata& m) { return one(m.standing_grade); },
       nullptr,
       {},
       grade_spellings()},
      {"send_outcome", "send-outcome", "send-outcome", "SEND outcome", "XO", 17, kChoice, kReport,
       kByCount, "OUTCOME", "area SEND inspections with this outcome", false, send_outcome_names(),
       [](const Metadata& m) { return one(m.send_outcome); }, nullptr},
      {"focus",
       "focus",
       "focus",
       "focus",
       "XF",
       18,
       kChoice,
       kReport,
       kByCount,
       "FOCUS",
       "focused and monitoring visits on this",
       false,
       focus_names(),
       [](const Metadata& m) { return one(m.focus); },
       nullptr,
       {},
       {},
       {{"mash", "front-door"},
        {"exploitation", "extra-familial-risk"},
        {"adoption", "permanence"}}},
      {"lead_inspector",
       "inspector",
       "inspector",
       "lead inspector",
       "XI",
       19,
       kPerson,
       kReport,
       kByCount,
       "NAME",
       "inspections led by this inspector",
       false,
       {},
       [](const Metadata& m) { return one(m.lead_inspector); },
       nullptr},
      {"judgements",
       "judgement",
       "judgement",
       "judgement",
       "XJ",
       20,
       kJudgement,
       kReport,
       kByCount,
       "JUDGEMENT:GRADE",
       "reports with this grade in one judgement",
       false,
       {},
       graded_judgements,
       nullptr},
      {"section",
       "section",
       "section",
       "section",
       "XN",
       0,
       kChoice,
       kPassage,
       kAsListed,
       "NAME",
       "only this part of the reports",
       false,
       section_kind_names(),
       nullptr,
       kinds_of_section,
       {},
       {},
       {{"leaders", "leadership"},
        {"in care", "care"},
        {"areas for improvement", "recommendations"}}},
      {"finding",
       "finding",
       "finding",
       "finding",
       "XW",
       0,
       kChoice,
       kPassage,
       kAsListed,
       "FINDING",
       "only passages that found this",
       false,
       finding_names(),
       nullptr,
       [](const Passage& p) { return Values{std::string(finding_name(p.finding))}; },
       {},
       {},
       {{"criticism", "weakness"},
        {"negative", "weakness"},
        {"bad", "weakness"},
        {"concern", "weakness"},
        {"praise", "strength"},
        {"positive", "strength"},
        {"good", "strength"}}},
      {"topic",
       "topic",
       "topic",
       "topic",
       "XQ",
       0,
       kChoice,
       kPassage,
       kByCount,
       "TOPIC",
       "only passages that speak of this topic",
       false,
       Topics::builtin().names(),
       nullptr,
       topics_of_passage,
       {},
       {},
       {{"housing", "care-leavers-housing"}},
       {},
       true},
  };
  return kFields;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, is_ascii_digit);
}

std::optional<std::string> authority_value(const Field&, std::string_view typed) {
  const Authority* authority = Authorities::builtin().find(typed);
  return authority == nullptr ? std::nullopt : std::optional(authority->name);
}

std::optional<std::string> judgement_value(const Field& field, std::string_view typed) {
  const std::string text = search_form(typed);
  const size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  std::string judgement = text.substr(0, colon);
  std::replace(judgement.begin(), judgement.end(), '-', '_');
  for (const Field& row : table())
    if (row.with_colon == field.name && find_judgement(judgement) != nullptr)
      if (auto grade = canonical_value(row, std::string_view(text).substr(colon + 1)))
        return judgement + ":" + *grade;
  return std::nullopt;
}

std::optional<std::string> year_value(const Field&, std::string_view typed) {
  std::string text = search_form(typed);
  return is_year(text) || text == "unknown" ? std::optional(text) : std::nullopt;
}

std::optional<std::string> listed_value(const Field& field, std::string_view typed) {
  std::string words = bare_words(typed);
  for (const auto& [other, value] : field.spellings)
    if (words == other) return value;
  for (const std::string& value : field.values)
    if (bare_words(value) == words) return value;
  return std::nullopt;
}

// What differs by kind: how `typed` becomes a value, and the form in which terms hold a value.
struct KindRow {
  FieldKind kind;
  std::optional<std::string> (*canonical)(const Field&, std::string_view typed);
  std::string (*key)(std::string_view value);
};

std::string words_key(std::string_view value) {
  return bare_words(value);
}

const KindRow& kind_of(const Field& field) {
  static constexpr KindRow kKinds[] = {
      {FieldKind::kChoice, listed_value, words_key},
      {FieldKind::kAuthority, authority_value, normalise_authority_name},
      {FieldKind::kPerson, listed_value, words_key},
      {FieldKind::kYear, year_value, words_key},
      {FieldKind::kJudgement, judgement_value, search_form},
  };
  return *std::ranges::find(kKinds, field.kind, &KindRow::kind);
}

}  // namespace

const std::vector<Field>& fields() {
  return table();
}

const Field* find_field(std::string_view name) {
  for (const Field& field : table())
    if (field.name == name || field.query_name == name || field.option == name) return &field;
  return nullptr;
}

std::vector<std::string> field_values(const Field& field, const Metadata& metadata) {
  return field.of_report == nullptr ? Values() : field.of_report(metadata);
}

std::vector<std::string> field_values(const Field& field, const Passage& passage) {
  return field.of_passage == nullptr ? Values() : field.of_passage(passage);
}

std::string filter_term(const Field& field, std::string_view value) {
  return prefixed_term(field.term_prefix, kind_of(field).key(value));
}

std::optional<std::string> canonical_value(const Field& field, std::string_view typed) {
  if (search_form(typed).empty()) return std::nullopt;
  return kind_of(field).canonical(field, typed);
}

std::vector<std::string> expanded_values(const Field& field, std::string_view typed) {
  std::optional<std::string> value = canonical_value(field, typed);
  if (!value) return {};
  for (const auto& [name, values] : field.groups)
    if (name == *value) return values;
  return {*value};
}

std::vector<std::string> near_values(const Field& field, std::string_view typed, size_t n) {
  Values near;
  auto add = [&](const std::string& value) {
    if (near.size() < n && std::ranges::find(near, value) == near.end()) near.push_back(value);
  };
  const std::string words = bare_words(typed);
  for (const auto& [word, value] : field.meant)
    if (word == words) add(value);
  for (const std::string& value : field.values)
    if (!words.empty() && contains(" " + bare_words(value) + " ", " " + words + " ")) add(value);
  for (const std::string& value : nearest(typed, field.values, n)) add(value);
  // One word of several mistyped: "yorkshir".
  for (const std::string& value : field.values) {
    const std::string bare = bare_words(value);
    Values parts;
    for (std::string_view part : split_words(bare)) parts.emplace_back(part);
    if (parts.size() > 1 && !nearest(typed, parts, 1).empty()) add(value);
  }
  return near;
}

bool is_listed_before(const Field& field, std::string_view a, size_t a_count, std::string_view b,
                      size_t b_count) {
  if (field.order == ValueOrder::kByCount) return a_count > b_count;
  if (field.order == ValueOrder::kAsListed)
    return std::ranges::find(field.values, a) < std::ranges::find(field.values, b);
  const bool a_known = a != "unknown", b_known = b != "unknown";
  return a_known != b_known ? a_known : a > b;
}

}  // namespace ofsearch
