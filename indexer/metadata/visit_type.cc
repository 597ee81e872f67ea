#include "indexer/metadata/visit_type.h"

#include "common/report/sentences.h"
#include "common/report/values.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/articles/article_grades.h"
#include "indexer/metadata/grades/frameworks.h"
#include "indexer/metadata/grades/words/judgement_labels.h"
#include "indexer/metadata/view/headline.h"
#include "indexer/metadata/view/title.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace ofsearch {
namespace {

// A phrase by which an article names its visit; the type named most wins. Phrases are as in
// search_form().
struct MentionRule {
  std::string_view visit_type;
  std::string_view phrase;
  std::string_view and_phrase = {};  // in the same sentence
};
constexpr std::array kMentionRules = {
    MentionRule{"focused-visit", "focused visit"},
    MentionRule{"focused-visit", "focussed visit"},
    MentionRule{"monitoring-visit", "monitoring visit"},
    MentionRule{"monitoring-visit", "monitoring inspection"},
    MentionRule{"jtai", "joint targeted area inspection"},
    MentionRule{"jtai", "jtai"},
    MentionRule{"area-send", "area send inspection"},
    MentionRule{"area-send", "send area inspection"},
    MentionRule{"area-send", "area send"},
    MentionRule{"area-send", "local area send"},
    MentionRule{"area-send", "special educational needs", "inspect"},
    MentionRule{"area-send", "local area partnership's arrangements lead"},
    MentionRule{"ilacs", "inspection of local authority children's services"},
    MentionRule{"ilacs", "ilacs inspection"},
    MentionRule{"ilacs", "impact of leaders on social work practice"},
};

// Sentences that speak of other visits: before, to come, or in general.
constexpr std::array<std::string_view, 22> kOtherVisits = {
    "since the",      "last year",    "last inspect", "previous", "earlier",       "will ",
    "expect",         "framework",    "delayed",      "next ",    "planned",       "years ago",
    "as part of the", "subject to a", "preparing",    "ready",    "prompted by a", "system,",
    "followed a",     "hopes",        "could ",       "postponed"};

bool speaks_of_other_visits(std::string_view text) {
  return std::any_of(kOtherVisits.begin(), kOtherVisits.end(), [&](std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

// Sentences that say what the document is about: "This letter summarises the findings of ...".
std::optional<Reading> by_opening_sentence(const View& view, std::string_view kind) {
  const bool only_this_visit = kind == "unknown";
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    std::string words = bare_words(paragraph->text.substr(0, 400));
    // The sentence may stand behind a heading that ran into it.
    if (size_t at = find_phrase(words, "this letter summarises"); at != std::string::npos)
      words.erase(0, at);
    if (!words.starts_with("this letter") && !words.starts_with("this report") &&
        !words.starts_with("i am writing") && !words.starts_with("following") &&
        !words.starts_with("i write") && !words.starts_with("thank you") &&
        !words.starts_with("between") && !words.starts_with("on "))
      continue;
    if (only_this_visit && speaks_of_other_visits(search_form(paragraph->text))) continue;
    // "Following the JTAI in 2016, councillors ..." in a report tells of an earlier one.
    if (kind == "report" && words.starts_with("following")) continue;
    std::string_view type = visit_type_of_title(words);
    if (!type.empty())
      return Reading{std::string(type),
                     {excerpt(paragraph->text), paragraph->page, "opening-sentence"}};
  }
  return std::nullopt;
}

// Headings that only one framework has, for texts that lost their title page.
std::optional<Reading> by_headings(const View& view) {
  for (const Section& section : view.sections) {
    std::string words = bare_words(section.heading);
    for (const HeadingSign& sign : heading_signs())
      if (has_phrase(words, sign.phrase))
        return Reading{std::string(sign.visit_type),
                       {excerpt(section.heading), section.page, "headings"}};
  }
  return std::nullopt;
}

// The first row of a judgement table, which only one framework has.
std::optional<Reading> by_first_row(const View& view) {
  for (const Cell& cell : view.opening)
    if (cell.words.starts_with("the impact of leaders on social work"))
      return Reading{"ilacs", {excerpt(cell.text), cell.page, "judgement-table"}};
  return std::nullopt;
}

// The types that a sentence names, one vote each.
std::set<std::string_view> types_in(std::string_view text) {
  std::set<std::string_view> types;
  for (const MentionRule& rule : kMentionRules)
    if (text.find(rule.phrase) != std::string_view::npos &&
        text.find(rule.and_phrase) != std::string_view::npos)
      types.insert(rule.visit_type);
  return types;
}

struct Votes {
  size_t count = 0;
  Evidence first;
};

std::optional<Reading> by_headline(const View& view) {
  std::optional<Reading> headline = find_headline(view);
  if (!headline) return std::nullopt;
  std::set<std::string_view> types = types_in(search_form(headline->value));
  if (types.size() != 1 || speaks_of_other_visits(search_form(headline->value)))
    return std::nullopt;
  return Reading{std::string(*types.begin()), headline->evidence};
}

std::optional<Reading> by_mentions(const View& view) {
  std::map<std::string_view, Votes> votes;
  for (const Paragraph& paragraph : view.document.paragraphs) {
    // A row of three cells is one of a table of several inspections.
    if (has_three_cells(paragraph)) continue;
    for (auto [begin, end] : sentences(paragraph.text)) {
      std::string_view sentence = std::string_view(paragraph.text).substr(begin, end - begin);
      std::string text = search_form(sentence);
      if (speaks_of_other_visits(text)) continue;
      for (std::string_view type : types_in(text)) {
        Votes& of_type = votes[type];
        if (++of_type.count == 1) of_type.first = {excerpt(sentence), paragraph.page, "mentions"};
      }
    }
  }
  const std::string_view* best = nullptr;
  size_t most = 0;
  for (const auto& [type, of_type] : votes) {
    if (of_type.count == most) best = nullptr;
    if (of_type.count <= most) continue;
    best = &type;
    most = of_type.count;
  }
  if (best == nullptr) return std::nullopt;
  // A visit that awards no grade is not what a headline with a grade is about.
  std::optional<Reading> headline = find_headline(view);
  if (awards_no_grade(*best) && headline && awards_grade(headline->value)) return std::nullopt;
  return Reading{std::string(*best), votes[*best].first};
}

}  // namespace

std::string_view visit_type_of_title(std::string_view words) {
  for (const TitleRule& rule : title_rules())
    if (has_phrase(words, rule.phrase) &&
        (rule.and_phrase.empty() || has_phrase(words, rule.and_phrase)))
      return rule.visit_type;
  return {};
}

namespace {

std::optional<Reading> printed_visit_type(const View& view, std::string_view kind) {
  // A report mentions all the visits before it; an article mostly its own.
  if (kind == "article" || kind == "unknown")
    if (auto reading = by_headline(view)) return reading;
  // All names of the opening together: a single inspection's title page also names the review of
  // the safeguarding board.
  std::string together, continued;
  Evidence evidence;
  constexpr size_t kNames = 3;
  size_t taken = 0;
  for (const InspectionName& name : inspection_names(view)) {
    // A whole title says it alone; paragraphs behind it may name visits made before.
    if (taken == 0 && kind != "letter" && bare_words(name.text).starts_with("inspection of")) {
      std::string_view type = visit_type_of_title(bare_words(name.text));
      if (!type.empty()) return Reading{std::string(type), name.evidence};
    }
    if (++taken > kNames) break;
    if (evidence.rule.empty()) evidence = name.evidence;
    if (!together.empty()) together += " / ";
    together += name.text;
    continued += " / " + name.continued;
  }
  std::string_view type = visit_type_of_title(bare_words(together));
  if (type.empty()) type = visit_type_of_title(bare_words(continued));
  if (!type.empty()) return Reading{std::string(type), evidence};
  if (kind == "article") return by_mentions(view);
  if (auto reading = by_opening_sentence(view, kind)) return reading;
  if (auto reading = by_headings(view)) return reading;
  if (kind == "report")
    if (auto reading = by_first_row(view)) return reading;
  return kind == "unknown" ? by_mentions(view) : std::nullopt;
}

}  // namespace

std::optional<Reading> find_visit_type(const View& view, std::string_view kind) {
  std::optional<Reading> reading = printed_visit_type(view, kind);
  // A single inspection's title page names the review of the safeguarding board below it; where the
  // title was misread that is all there is.
  if (view.misread && reading && reading->value == "lscb-review") return std::nullopt;
  return reading;
}

}  // namespace ofsearch
