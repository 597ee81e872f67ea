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
       {{"ilacs", {"ilacs", "ilacs-standard", "ilacs-short"}}, {"ilacs-unclear", {"ilacs"}}},
       type_spellings()},
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
       grades_meant(),
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
       awarded_grade_names(),
       [](const Metadata& m) { return one(m.standing_grade); },
       nullptr,
       {},
       grade_spellings(),
       grades_meant()},
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
       inspectors_of,
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
        {"areas for improvement", "recommendations"},
        {"recs", "recommendations"}}},
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
       {{"any", finding_names()}},
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
       {{"childs voice", "child-s-voice"}},
       {{"send", "special-educational-needs"}, {"housing", "care-leavers-housing"}},
       {},
       true},
  };
  return kFields;
}

}  // namespace ofsearch
