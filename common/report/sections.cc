#include "common/report/sections.h"

#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

struct HeadingRule {
  std::string_view words;  // bare words that the heading contains
  SectionKind kind;
  bool whole = false;  // it must be the whole heading
};

// The rules in order of trust. They were found in the headings of reports from 2009 to 2026.
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
    // Figures about an area, the same sentences in every report.
    HeadingRule{"about this local authority area", SectionKind::kBoilerplate},
    HeadingRule{"children living in this area", SectionKind::kBoilerplate},
    HeadingRule{"child protection in this area", SectionKind::kBoilerplate},
    HeadingRule{"children looked after in this area", SectionKind::kBoilerplate},
    HeadingRule{"other information about this area", SectionKind::kBoilerplate},
    HeadingRule{"other ofsted inspections", SectionKind::kBoilerplate},
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

// Tells whether later rules say nothing more after this kind: recommendations about leadership are
// recommendations.
bool stands_alone(SectionKind kind) {
  return kind == SectionKind::kRecommendations || kind == SectionKind::kBoilerplate ||
         kind == SectionKind::kSummary;
}

constexpr std::array<std::string_view, 10> kDeadlines = {
    "immediately",      "immediate",         "within one month", "within three months",
    "within 3 months",  "within six months", "within 6 months",  "within one year",
    "within 12 months", "within two months"};

struct LabelRule {
  std::string_view words;  // bare words at the line's start
  bool colon = false;      // only with a colon, or a number, right behind them
};

constexpr std::array kLabels = {
    LabelRule{"lead inspector"},
    LabelRule{"lead inspectors"},
    LabelRule{"reporting inspector"},
    LabelRule{"reporting inspectors"},
    LabelRule{"shadow inspector"},
    LabelRule{"inspector", true},
    LabelRule{"inspectors", true},
    LabelRule{"team inspectors", true},
    LabelRule{"team inspector", true},
    LabelRule{"senior data analyst"},
    LabelRule{"quality assurance manager"},
    LabelRule{"inspection date"},
    LabelRule{"inspection dates"},
    LabelRule{"dates of inspection", true},
    LabelRule{"date of inspection", true},
    LabelRule{"date of previous inspection"},
    LabelRule{"dates of previous inspection"},
    LabelRule{"date of publication", true},
    LabelRule{"publication date", true},
    LabelRule{"report published"},
    LabelRule{"published", true},
    LabelRule{"posted", true},
    LabelRule{"updated", true},
    LabelRule{"last updated", true},
    LabelRule{"age group", true},
    LabelRule{"reference", true},
    LabelRule{"reference no", true},
    LabelRule{"unique reference number", true},
    LabelRule{"urn", true},
    LabelRule{"telephone", true},
    LabelRule{"tel", true},
    LabelRule{"textphone", true},
    LabelRule{"email", true},
    LabelRule{"e mail", true},
    LabelRule{"website", true},
    LabelRule{"web", true},
    LabelRule{"t", true},
    LabelRule{"e", true},
    LabelRule{"w", true},
    LabelRule{"dear"},
    LabelRule{"yours sincerely"},
    LabelRule{"yours faithfully"},
};

// Ends of the line under a signature.
constexpr std::array<std::string_view, 5> kSignatures = {"majestys inspector", "hmi", "hmi ofsted",
                                                         "ofsted inspector", "cqc inspector"};

// The words that stand between the dates of a line.
constexpr std::array<std::string_view, 6> kDateWords = {"to",      "and",   "from",
                                                        "between", "until", "of"};

// Starts of paragraphs, in search form.
constexpr std::array<std::string_view, 52> kBoilerplateStarts = {
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
    // Sentences of every report of a framework, but for names and dates.
    "the inspection of the local authority was carried out under",
    "the review of the local safeguarding children board was carried out under",
    "this inspection was carried out under",
    "this inspection was carried out at the request of the secretary of state",
    "this visit was carried out in line with the inspection of local authority",
    "ofsted will take the findings from this",
    "her majesty's chief inspector of education, children's services and skills is leading",
    "if you are not happy with the inspection or the report",
    "inspectors have looked closely at the experiences of children and young people",
    "inspectors considered the quality of work and the difference",
    "an outstanding local authority leads",
    "a good local authority leads",
    "in a local authority that requires improvement",
    "a local authority that is inadequate",
    "an outstanding lscb is",
    "an lscb that is",
    "an lscb requires improvement if",
    "it is ofsted's expectation that",
    "these are residential special schools that look after",
    "the areas for improvement have been cross-referenced",
    "this letter to all the service leaders in the area outlines",
    "this joint targeted area inspection (jtai) included an evaluation",
    "0300 123 ",
    "to receive regular email alerts",
    "the inspection team consisted of",
};

}  // namespace

std::vector<SectionKind> section_kinds(std::string_view heading) {
  std::string words = bare_words(heading);
  std::vector<SectionKind> kinds;
  for (const HeadingRule& rule : kHeadingRules) {
    bool hit = rule.whole ? words == rule.words : has_phrase(words, rule.words);
    if (!hit || std::find(kinds.begin(), kinds.end(), rule.kind) != kinds.end()) continue;
    kinds.push_back(rule.kind);
    if (stands_alone(rule.kind)) break;
  }
  return kinds;
}

namespace {

// "8 August 2019", "5 to 9 February 2024".
bool is_date(std::string_view words) {
  bool month = false;
  for (std::string_view word : split_words(words)) {
    bool names_month = std::any_of(months().begin(), months().end(), [&](const Month& row) {
      return equal_ignoring_ascii_case(row.name, word);
    });
    bool known = names_month || has_ascii_digit(word) ||
                 std::find(kDateWords.begin(), kDateWords.end(), word) != kDateWords.end();
    if (!known) return false;
    month = month || names_month;
  }
  return month && has_ascii_digit(words);
}

// "LS1 4AP" at the line's end.
bool ends_with_postcode(std::string_view words) {
  std::vector<std::string_view> parts = split_words(words);
  if (parts.size() < 2) return false;
  std::string_view out = parts[parts.size() - 2], in = parts.back();
  bool inward =
      in.size() == 3 && has_ascii_digit(in.substr(0, 1)) && !has_ascii_digit(in.substr(1));
  return inward && out.size() >= 2 && out.size() <= 4 && !has_ascii_digit(out.substr(0, 1)) &&
         has_ascii_digit(out);
}

// Tells whether a value follows the label: it stands before nothing, a colon or a number.
bool is_followed_by_value(std::string_view line, const LabelRule& rule) {
  size_t colon = line.find(':');
  if (colon != std::string_view::npos && bare_words(line.substr(0, colon)) == rule.words)
    return true;
  std::string words = bare_words(line);
  return words.size() > rule.words.size() + 1 &&
         has_ascii_digit(words.substr(rule.words.size() + 1, 1));
}

bool begins_with_label(std::string_view line, const std::string& words) {
  return std::any_of(kLabels.begin(), kLabels.end(), [&](const LabelRule& rule) {
    bool begins = words.starts_with(rule.words) &&
                  (words.size() == rule.words.size() || words[rule.words.size()] == ' ');
    return begins && (!rule.colon || is_followed_by_value(line, rule));
  });
}

bool ends_with_signature(const std::string& words) {
  return std::any_of(kSignatures.begin(), kSignatures.end(), [&](std::string_view signature) {
    return words == signature || words.ends_with(" " + std::string(signature));
  });
}

// "By our reporter. Published 14 March 2024".
bool is_byline(const std::string& words) {
  return words.starts_with("by ") && (words.find(" published ") != std::string::npos ||
                                      words.find(" reporter") != std::string::npos ||
                                      words.find(" correspondent") != std::string::npos);
}

}  // namespace

bool is_label(std::string_view line) {
  if (line.find('@') != std::string_view::npos || line.find("www.") != std::string_view::npos ||
      line.find("://") != std::string_view::npos)
    return true;
  std::string words = bare_words(line);
  return begins_with_label(line, words) || ends_with_signature(words) || is_date(words) ||
         ends_with_postcode(words) || is_byline(words);
}

bool is_deadline_heading(std::string_view heading) {
  std::string words = bare_words(heading);
  return std::find(kDeadlines.begin(), kDeadlines.end(), words) != kDeadlines.end();
}

bool is_boilerplate(std::string_view paragraph) {
  std::string start = search_form(paragraph.substr(0, 120));
  // Legal notes are footnotes: "¹ The inspection was carried out under ..."
  std::string noted = without_note_marks(start);
  noted.erase(0, std::min(noted.find_first_not_of("0123456789 "), noted.size()));
  return std::any_of(kBoilerplateStarts.begin(), kBoilerplateStarts.end(), [&](std::string_view s) {
    return start.starts_with(s) || noted.starts_with(s);
  });
}

std::string without_note_marks(std::string_view heading) {
  static constexpr std::array<std::string_view, 10> kRaised = {
      "\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074",
      "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  std::string out(heading);
  for (std::string_view mark : kRaised)
    for (size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at))
      out.erase(at, mark.size());
  return out;
}

}  // namespace ofsearch
