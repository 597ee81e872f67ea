// The rows. A new facet is one row here and one test.
#include "common/field/topics/topic_model.h"
#include "common/field/topics/topics.h"
#include "common/index/fields.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"

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

// "Ann Clay; Ben Dale": joint inspections may name two.
Values inspectors_of(const Metadata& m) {
  Values names;
  if (!m.lead_inspector) return names;
  for (std::string_view name : split(*m.lead_inspector, ';'))
    if (name = trimmed(name); !name.empty()) names.emplace_back(name);
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

// Returns the topics of a passage. What every report repeats speaks of nothing.
Values topics_of_passage(const Passage& passage) {
  return passage.section_kind == SectionKind::kBoilerplate ? Values()
                                                           : topics_said_of(passage.text);
}

const std::vector<std::pair<std::string, std::string>>& grade_spellings() {
  static const std::vector<std::pair<std::string, std::string>> kSpellings = {
      {"ri", "requires improvement"},
      {"requires improvement to be good", "requires improvement"},
  };
  return kSpellings;
}

// Returns what people call a grade, to suggest the scale's own words.
const std::vector<std::pair<std::string, std::string>>& grades_meant() {
  static const std::vector<std::pair<std::string, std::string>> kMeant = {
      {"excellent", "outstanding"}, {"needs improvement", "requires improvement"},
      {"satisfactory", "adequate"}, {"poor", "inadequate"},
      {"failing", "inadequate"},    {"fail", "inadequate"},
      {"bad", "inadequate"},
  };
  return kMeant;
}

// A type may be written as tables print it: "single inspection".
std::vector<std::pair<std::string, std::string>> type_spellings() {
  std::vector<std::pair<std::string, std::string>> spellings;
  for (const VisitType& type : visit_types())
    for (std::string_view words : {type.label, type.words})
      spellings.emplace_back(bare_words(words), type.name);
  return spellings;
}

}  // namespace

const std::vector<Field>& fields() {
  using enum FieldKind;
  using enum FieldLevel;
  using enum ValueOrder;
  // Rows of reports are appended before those of passages; slots are never given to another field.
  static const std::vector<Field> kFields = {
      {.name = "authority",
       .option = "authority",
       .query_name = "authority",
       .printed = "authority",
       .term_prefix = "XA",
       .slot = 10,
       .kind = kAuthority,
       .level = kReport,
       .order = kByCount,
       .value_name = "NAME",
       .help = "reports on this local authority",
       .default_facet = true,
       .values = {},
       .of_report = [](const Metadata& m) { return one(m.authority); },
       .of_passage = nullptr},
      {.name = "year",
       .option = "year",
       .query_name = "year",
       .printed = "year",
       .term_prefix = "XY",
       .slot = 11,
       .kind = kYear,
       .level = kReport,
       .order = kNewestFirst,
       .value_name = "YEAR|FROM..TO",
       .help = "reports of this year or these years",
       .default_facet = true,
       .values = {},
       .of_report =
           [](const Metadata& m) { return one(m.year ? std::to_string(*m.year) : "unknown"); },
       .of_passage = nullptr},
      {.name = "visit_type",
       .option = "type",
       .query_name = "type",
       .printed = "type",
       .term_prefix = "XT",
       .slot = 12,
       .kind = kChoice,
       .level = kReport,
       .order = kByCount,
       .value_name = "TYPE",
       .help = "inspections and visits of this type",
       .default_facet = true,
       .values = visit_type_names(),
       .of_report = [](const Metadata& m) { return one(m.visit_type); },
       .of_passage = nullptr,
       .groups = {{"ilacs", {"ilacs", "ilacs-standard", "ilacs-short"}},
                  {"ilacs-unclear", {"ilacs"}}},
       .spellings = type_spellings()},
      {.name = "grade",
       .option = "grade",
       .query_name = "grade",
       .printed = "grade",
       .term_prefix = "XG",
       .slot = 13,
       .kind = kChoice,
       .level = kReport,
       .order = kAsListed,
       .value_name = "GRADE|JUDGEMENT:GRADE",
       .help = "reports that award this grade, overall or in one judgement",
       .default_facet = true,
       .values = grade_names(),
       .of_report = [](const Metadata& m) { return one(m.grade); },
       .of_passage = nullptr,
       .spellings = grade_spellings(),
       .meant = grades_meant(),
       .with_colon = "judgements"},
      {.name = "kind",
       .option = "kind",
       .query_name = "kind",
       .printed = "kind",
       .term_prefix = "XK",
       .slot = 14,
       .kind = kChoice,
       .level = kReport,
       .order = kByCount,
       .value_name = "KIND",
       .help = "documents of this kind",
       .default_facet = false,
       .values = document_kind_names(),
       .of_report = [](const Metadata& m) { return one(m.kind); },
       .of_passage = nullptr,
       .meant = {{"news", "article"}}},
      {.name = "region",
       .option = "region",
       .query_name = "region",
       .printed = "region",
       .term_prefix = "XR",
       .slot = 15,
       .kind = kChoice,
       .level = kReport,
       .order = kByCount,
       .value_name = "REGION",
       .help = "authorities of this English region",
       .default_facet = false,
       .values = {region_names().begin(), region_names().end()},
       .of_report = [](const Metadata& m) { return one(m.region); },
       .of_passage = nullptr},
      {.name = "standing_grade",
       .option = "standing-grade",
       .query_name = "standing-grade",
       .printed = "standing grade",
       .term_prefix = "XS",
       .slot = 16,
       .kind = kChoice,
       .level = kReport,
       .order = kAsListed,
       .value_name = "GRADE",
       .help = "visits to authorities with this overall grade at the time",
       .default_facet = false,
       .values = awarded_grade_names(),
       .of_report = [](const Metadata& m) { return one(m.standing_grade); },
       .of_passage = nullptr,
       .spellings = grade_spellings(),
       .meant = grades_meant()},
      {.name = "send_outcome",
       .option = "send-outcome",
       .query_name = "send-outcome",
       .printed = "SEND outcome",
       .term_prefix = "XO",
       .slot = 17,
       .kind = kChoice,
       .level = kReport,
       .order = kByCount,
       .value_name = "OUTCOME",
       .help = "area SEND inspections with this outcome",
       .default_facet = false,
       .values = send_outcome_names(),
       .of_report = [](const Metadata& m) { return one(m.send_outcome); },
       .of_passage = nullptr},
      {.name = "focus",
       .option = "focus",
       .query_name = "focus",
       .printed = "focus",
       .term_prefix = "XF",
       .slot = 18,
       .kind = kChoice,
       .level = kReport,
       .order = kByCount,
       .value_name = "FOCUS",
       .help = "focused and monitoring visits on this",
       .default_facet = false,
       .values = focus_names(),
       .of_report = [](const Metadata& m) { return one(m.focus); },
       .of_passage = nullptr,
       .meant = {{"mash", "front-door"},
                 {"exploitation", "extra-familial-risk"},
                 {"adoption", "permanence"}}},
      {.name = "lead_inspector",
       .option = "inspector",
       .query_name = "inspector",
       .printed = "lead inspector",
       .term_prefix = "XI",
       .slot = 19,
       .kind = kPerson,
       .level = kReport,
       .order = kByCount,
       .value_name = "NAME",
       .help = "inspections led by this inspector",
       .default_facet = false,
       .values = {},
       .of_report = inspectors_of,
       .of_passage = nullptr},
      {.name = "judgements",
       .option = "judgement",
       .query_name = "judgement",
       .printed = "judgement",
       .term_prefix = "XJ",
       .slot = 20,
       .kind = kJudgement,
       .level = kReport,
       .order = kByCount,
       .value_name = "JUDGEMENT:GRADE",
       .help = "reports with this grade in one judgement",
       .default_facet = false,
       .values = {},
       .of_report = graded_judgements,
       .of_passage = nullptr},
      {.name = "section",
       .option = "section",
       .query_name = "section",
       .printed = "section",
       .term_prefix = "XN",
       .slot = 0,
       .kind = kChoice,
       .level = kPassage,
       .order = kAsListed,
       .value_name = "NAME",
       .help = "only this part of the reports",
       .default_facet = false,
       .values = section_kind_names(),
       .of_report = nullptr,
       .of_passage = kinds_of_section,
       .meant = {{"leaders", "leadership"},
                 {"in care", "care"},
                 {"areas for improvement", "recommendations"},
                 {"recs", "recommendations"}}},
      {.name = "finding",
       .option = "finding",
       .query_name = "finding",
       .printed = "finding",
       .term_prefix = "XW",
       .slot = 0,
       .kind = kChoice,
       .level = kPassage,
       .order = kAsListed,
       .value_name = "FINDING",
       .help = "only passages that found this",
       .default_facet = false,
       .values = finding_names(),
       .of_report = nullptr,
       .of_passage = [](const Passage& p) { return Values{std::string(finding_name(p.finding))}; },
       .groups = {{"any", finding_names()}},
       .meant = {{"criticism", "weakness"},
                 {"negative", "weakness"},
                 {"bad", "weakness"},
                 {"concern", "weakness"},
                 {"praise", "strength"},
                 {"positive", "strength"},
                 {"good", "strength"}}},
      {.name = "topic",
       .option = "topic",
       .query_name = "topic",
       .printed = "topic",
       .term_prefix = "XQ",
       .slot = 0,
       .kind = kChoice,
       .level = kPassage,
       .order = kByCount,
       .value_name = "TOPIC",
       .help = "only passages that speak of this topic",
       .default_facet = false,
       .values = Topics::builtin().names(),
       .of_report = nullptr,
       .of_passage = topics_of_passage,
       .spellings = {{"childs voice", "child-s-voice"}},
       .meant = {{"send", "special-educational-needs"}, {"housing", "care-leavers-housing"}},
       .counts_reports = true},
  };
  return kFields;
}

}  // namespace ofsearch
