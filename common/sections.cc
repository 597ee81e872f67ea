#include "common/sections.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace ofsearch {
namespace {

struct HeadingRule {
  std::string_view words;  // bare words that the heading contains
  SectionKind kind;
  bool whole = false;      // it must be the whole heading
};

// In order of trust. Found in the headings of reports from 2009 to 2026.
constexpr std::array kHeadingRules = {
    HeadingRule{"what needs to improve", SectionKind::kRecommendations},
    HeadingRule{"what does the local authority need to improve", SectionKind::kRecommendations},
    HeadingRule{"what does the lscb need to improve", SectionKind::kRecommendations},
    HeadingRule{"needs to improve", SectionKind::kRecommendations},
    HeadingRule{"need to improve", SectionKind::kRecommendations},
    HeadingRule{"area for improvement", SectionKind::kRecommendations},
    HeadingRule{"areas for improvement", SectionKind::kRecommendations},
    HeadingRule{"areas for further improvement", SectionKind::kRecommendations},
    HeadingRule{"areas for development", SectionKind::kRecommendations},
    HeadingRule{"areas for priority action", SectionKind::kRecommendations},
    HeadingRule{"area for priority action", SectionKind::kRecommendations},
    HeadingRule{"priority and immediate action", SectionKind::kRecommendations},
    HeadingRule{"priority action", SectionKind::kRecommendations},
    HeadingRule{"recommendations", SectionKind::kRecommendations},
    HeadingRule{"recommendation", SectionKind::kRecommendations, true},
    HeadingRule{"immediate action", SectionKind::kRecommendations},

    HeadingRule{"judgements mean", SectionKind::kBoilerplate},
    HeadingRule{"judgements and what they mean", SectionKind::kBoilerplate},
    HeadingRule{"about this inspection", SectionKind::kBoilerplate},
    HeadingRule{"inspection team", SectionKind::kBoilerplate},
    HeadingRule{"inspection details", SectionKind::kBoilerplate},
    HeadingRule{"contents", SectionKind::kBoilerplate, true},
    HeadingRule{"next steps", SectionKind::kBoilerplate, true},
    HeadingRule{"record of main findings", SectionKind::kSummary},

    // The title, under which a report's opening paragraphs stand.
    HeadingRule{"inspection of", SectionKind::kSummary},
    HeadingRule{"executive summary", SectionKind::kSummary},
    HeadingRule{"summary", SectionKind::kSummary},
    HeadingRule{"headline findings", SectionKind::kSummary},
    HeadingRule{"overview", SectionKind::kSummary, true},
    HeadingRule{"overall effectiveness", SectionKind::kSummary},
    HeadingRule{"inspection outcome", SectionKind::kSummary},
    HeadingRule{"local authoritys strengths", SectionKind::kSummary},

    HeadingRule{"impact of leaders", SectionKind::kLeadership},
    HeadingRule{"leadership", SectionKind::kLeadership},
    HeadingRule{"governance", SectionKind::kLeadership},
    HeadingRule{"capacity to improve", SectionKind::kLeadership},
    HeadingRule{"capacity for improvement", SectionKind::kLeadership},
    HeadingRule{"ambition and prioritisation", SectionKind::kLeadership},
    HeadingRule{"performance management", SectionKind::kLeadership},
    HeadingRule{"workforce", SectionKind::kLeadership},

    HeadingRule{"help and protection", SectionKind::kHelpAndProtection},
    HeadingRule{"protection of children", SectionKind::kHelpAndProtection},
    HeadingRule{"child protection", SectionKind::kHelpAndProtection},
    HeadingRule{"children in need", SectionKind::kHelpAndProtection},
    HeadingRule{"children who need help", SectionKind::kHelpAndProtection},
    HeadingRule{"safeguarding services", SectionKind::kHelpAndProtection},
    HeadingRule{"front door", SectionKind::kHelpAndProtection},
    HeadingRule{"early help", SectionKind::kHelpAndProtection},
    HeadingRule{"contact and referral", SectionKind::kHelpAndProtection},
    HeadingRule{"contacts and referrals", SectionKind::kHelpAndProtection},

    HeadingRule{"children in care", SectionKind::kCare},
    HeadingRule{"looked after", SectionKind::kCare},
    HeadingRule{"achieving permanence", SectionKind::kCare},
    HeadingRule{"permanence", SectionKind::kCare},
    HeadingRule{"adoption", SectionKind::kCare},
    HeadingRule{"fostering", SectionKind::kCare},
    HeadingRule{"care leavers", SectionKind::kCareLeavers},
    HeadingRule{"leaving care", SectionKind::kCareLeavers},
    HeadingRule{"care experienced", SectionKind::kCareLeavers},

    HeadingRule{"main findings", SectionKind::kFindings},
    HeadingRule{"findings and evaluation", SectionKind::kFindings},
    HeadingRule{"key findings", SectionKind::kFindings},
    HeadingRule{"findings", SectionKind::kFindings},
    HeadingRule{"strengths", SectionKind::kFindings, true},
};

// After these the later rules say nothing more: recommendations about leadership are
// recommendations.
bool stands_alone(SectionKind kind) {
  return kind == SectionKind::kRecommendations || kind == SectionKind::kBoilerplate ||
         kind == SectionKind::kSummary;
}

constexpr std::array<std::string_view, 10> kDeadlines = {
    "immediately",         "immediate",        "within one month", "within three months",
    "within 3 months",     "within six months", "within 6 months",  "within one year",
    "within 12 months",    "within two months"};

// Starts of paragraphs, in search form.
constexpr std::array<std::string_view, 27> kBoilerplateStarts = {
    "the office for standards in education",
    "ofsted regulates and inspects",
    "ofsted inspects and regulates",
    "if you would like a copy of this document",
    "you may reuse this information",
    "you may copy all or parts",
    "this publication is available at",
    "this document is available at",
    "this document may be reproduced",
    "this report is available at",
    "interested in our work",
    "piccadilly gate",
    "aviation house",
    "royal exchange buildings",
    "store street",
    "© crown copyright",
    "crown copyright",
    "t: 0300",
    "t 0300",
    "textphone",
    "to view this licence",
    "any complaints about the inspection or the report",
    "ofsted produces this report",
    "care inspections: ",
    "the care quality commission (cqc) is the independent",
    "the local authority was given the opportunity to review this section",
    "all inspection judgements are made using the following",
};

struct KindName {
  SectionKind kind;
  std::string_view name;
};
constexpr std::array<KindName, 9> kNames = {{
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

bool contains_words(const std::string& heading, std::string_view words) {
  size_t at = heading.find(words);
  while (at != std::string::npos) {
    size_t end = at + words.size();
    if ((at == 0 || heading[at - 1] == ' ') && (end == heading.size() || heading[end] == ' '))
      return true;
    at = heading.find(words, at + 1);
  }
  return false;
}

}  // namespace

std::vector<SectionKind> section_kinds(std::string_view heading) {
  std::string words = bare_words(heading);
  std::vector<SectionKind> kinds;
  for (const HeadingRule& rule : kHeadingRules) {
    bool hit = rule.whole ? words == rule.words : contains_words(words, rule.words);
    if (!hit || std::find(kinds.begin(), kinds.end(), rule.kind) != kinds.end()) continue;
    kinds.push_back(rule.kind);
    if (stands_alone(rule.kind)) break;
  }
  return kinds;
}

bool is_deadline_heading(std::string_view heading) {
  std::string words = bare_words(heading);
  return std::find(kDeadlines.begin(), kDeadlines.end(), words) != kDeadlines.end();
}

bool is_boilerplate(std::string_view paragraph) {
  std::string start = search_form(paragraph.substr(0, 120));
  return std::any_of(kBoilerplateStarts.begin(), kBoilerplateStarts.end(),
                     [&](std::string_view s) { return start.starts_with(s); });
}

std::string_view section_kind_name(SectionKind kind) {
  for (const KindName& row : kNames)
    if (row.kind == kind) return row.name;
  return "other";
}

std::optional<SectionKind> section_kind_from_name(std::string_view name) {
  for (const KindName& row : kNames)
    if (row.name == name) return row.kind;
  return std::nullopt;
}

std::vector<std::string> section_kind_names() {
  std::vector<std::string> names;
  for (const KindName& row : kNames)
    if (row.kind != SectionKind::kBoilerplate) names.emplace_back(row.name);
  return names;
}

}  // namespace ofsearch
