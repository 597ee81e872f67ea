#include "indexer/metadata/grades/words/other_judgements.h"

#include "common/field/authorities/authorities.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/view/view.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ofsearch {
namespace {

constexpr size_t kLongestHead = 80;  // bytes

// A line with these is about an inspection before, or about others; in bare words.
constexpr std::array<std::string_view, 28> kOfBefore = {
    "previous inspection", "previous ofsted",  "previous report",   "previous judgement",
    "previous judgements", "previous grade",   "previous grades",   "previous rating",
    "previous ratings",    "previous outcome", "previous letter",   "previously",
    "last inspection",     "last ofsted",      "last report",       "last judgement",
    "last judgements",     "last grade",       "last rating",       "last full inspection",
    "earlier inspection",  "earlier report",   "earlier judgement", "earlier judgements",
    "inspection before",   "prior inspection", "neighbour",         "neighbouring"};

// Words that, beside another year, make a line the head of that year's judgements.
constexpr std::array<std::string_view, 11> kOfYear = {
    "judgement", "judgements", "judgment", "judgments", "judged",  "grade",
    "grades",    "rating",     "ratings",  "outcome",   "outcomes"};
// These do so in few words: "The 2018 report said", "Inspection in May 2018".
constexpr std::array<std::string_view, 2> kVisits = {"inspection", "report"};
// A line with these tells of the inspection, and heads nothing.
constexpr std::array<std::string_view, 7> kNoHead = {"since", "framework", "number",  "urn",
                                                     "date",  "published", "criteria"};

constexpr std::array<std::string_view, 6> kOwn = {"this inspection",    "current judgement",
                                                  "current judgements", "current inspection",
                                                  "our judgements",     "this report"};

// Words before a judgement that make it what somebody says, fears or has looked at.
constexpr std::array<std::string_view, 48> kReported = {"feared",
                                                        "fear",
                                                        "fears",
                                                        "believe",
                                                        "believed",
                                                        "believes",
                                                        "think",
                                                        "thinks",
                                                        "thought",
                                                        "said",
                                                        "says",
                                                        "say",
                                                        "wrote",
                                                        "written",
                                                        "claim",
                                                        "claims",
                                                        "claimed",
                                                        "told",
                                                        "hear",
                                                        "heard",
                                                        "hope",
                                                        "hopes",
                                                        "hoped",
                                                        "audit",
                                                        "audits",
                                                        "peer",
                                                        "peers",
                                                        "peer review",
                                                        "parents",
                                                        "carers say",
                                                        "self evaluation",
                                                        "self assessment",
                                                        "suggests",
                                                        "suggested",
                                                        "expect",
                                                        "expected",
                                                        "expects",
                                                        "would",
                                                        "could",
                                                        "should",
                                                        "may",
                                                        "might",
                                                        "unless",
                                                        "reported",
                                                        "consultant",
                                                        "consultants",
                                                        "accept",
                                                        "accepted"};

int year_of(std::string_view word) {
  const bool digits = word.size() == 4 && std::ranges::all_of(word, is_ascii_digit);
  if (!digits || !(word.starts_with("19") || word.starts_with("20"))) return 0;
  return std::stoi(std::string(word));
}

bool names_grade(std::string_view words) {
  return std::ranges::any_of(printed_grades(),
                             [&](const PrintedGrade& row) { return has_phrase(words, row.words); });
}

// "Date of previous inspection: 3 May 2018" is a label with its value, and heads nothing.
bool has_value(std::string_view line) {
  const size_t colon = line.find(':');
  return colon != line.npos && colon + 1 < trimmed(line).size();
}

// "2018", "In 2018:"
bool is_only_year(const std::vector<std::string_view>& words) {
  return words.size() == 1 || (words.size() == 2 && words[0] == "in");
}

// Tells whether words that have another year head its judgements.
bool heads_year(std::string_view words) {
  constexpr size_t kFewWords = 5;
  const std::vector<std::string_view> split = split_words(words);
  return has_any_phrase(words, kOfYear) || is_only_year(split) ||
         (split.size() <= kFewWords && has_any_phrase(words, kVisits));
}

bool names_another_authority(std::string_view text, const Occasion& occasion) {
  if (occasion.authority.empty()) return false;
  const auto named = Authorities::builtin().mentions(text);
  return !named.empty() && std::ranges::none_of(named, [&](const Authorities::Mention& mention) {
    return mention.authority->name == occasion.authority;
  });
}

// Words that many authorities' names have, or that are written with a capital anywhere.
bool is_common(std::string_view word) {
  static constexpr std::array<std::string_view, 25> kCommon = {
      "the",          "london",   "borough",   "royal",   "city",      "county",   "council",
      "metropolitan", "district", "of",        "and",     "childrens", "children", "services",
      "trust",        "local",    "authority", "overall", "social",    "grade",    "judgement",
      "rating",       "outcome",  "ofsted",    "current"};
  return std::ranges::find(kCommon, word) != kCommon.end();
}

// The words of a name that `text` begins with: those in capitals and the small ones between.
std::vector<std::string> name_at_start(std::string_view text) {
  std::vector<std::string> name;
  for (std::string_view word : split_words(text)) {
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    if (!capital && word != "of" && word != "and" && word != "the" && word != "upon") break;
    name.push_back(bare_words(word));
    if (!is_ascii_alnum(word.back())) break;
  }
  return name;
}

// A name that shares no word with the authority's own.
bool is_another_name(const std::vector<std::string>& name, const Occasion& occasion) {
  const std::string own = bare_words(occasion.authority);
  bool telling = false;
  for (const std::string& word : name) {
    if (word.empty() || is_common(word)) continue;
    if (has_phrase(own, word)) return false;
    telling = true;
  }
  return telling;
}

}  // namespace

Occasion occasion_of(const Metadata& metadata) {
  Occasion occasion;
  if (metadata.authority != "unknown") occasion.authority = metadata.authority;
  for (const auto& day : {metadata.inspection_start, metadata.inspection_end})
    if (day) occasion.years.insert(std::stoi(day->substr(0, 4)));
  if (!occasion.years.empty() && metadata.published)
    occasion.years.insert(std::stoi(metadata.published->substr(0, 4)));
  return occasion;
}

bool has_other_year(std::string_view text, const Occasion& occasion) {
  if (occasion.years.empty()) return false;
  const std::string words = bare_words(text);
  return std::ranges::any_of(split_words(words), [&](std::string_view word) {
    const int year = year_of(word);
    return year > 0 && !occasion.years.contains(year);
  });
}

bool heads_other_judgements(std::string_view line, const Occasion& occasion) {
  const std::string text = without_markup(trimmed(line));
  if (text.empty() || text.size() > kLongestHead || text.ends_with('.') || has_value(text))
    return false;
  const std::string words = bare_words(text);
  const bool begins = !(text[0] >= 'a' && text[0] <= 'z');
  if (!begins || breaks_off(words) || names_grade(words) || has_any_phrase(words, kNoHead))
    return false;
  if (heads_own_judgements(line, occasion)) return false;
  if (has_any_phrase(words, kOfBefore) || words.starts_with("previous ")) return true;
  if (has_other_year(words, occasion) && heads_year(words)) return true;
  return names_another_authority(text, occasion);
}

bool heads_own_judgements(std::string_view line, const Occasion& occasion) {
  if (line.size() > kLongestHead) return false;
  const std::string words = bare_words(line);
  if (has_any_phrase(words, kOwn)) return !has_phrase(words, "before this inspection");
  return heads_year(words) && !has_other_year(words, occasion) &&
         std::ranges::any_of(split_words(words), [&](std::string_view word) {
           return occasion.years.contains(year_of(word));
         });
}

bool is_reported(std::string_view sentence, size_t subject, const Occasion& occasion) {
  const size_t quote = std::min(sentence.find('"'), sentence.find("“"));
  if (quote != sentence.npos && bare_words(sentence.substr(0, quote)).size() <= subject)
    return true;
  const std::string words = bare_words(sentence).substr(0, subject);
  return has_any_phrase(words, kReported) || has_other_year(words, occasion);
}

bool judges_another_place(std::string_view sentence, const Occasion& occasion) {
  if (occasion.authority.empty()) return false;
  if (names_another_authority(sentence, occasion)) return true;
  for (std::string_view before : {"services in ", "services for ", "services of ",
                                  "effectiveness in ", "children in ", "families in "})
    for (size_t at = sentence.find(before); at != sentence.npos; at = sentence.find(before, at + 1))
      if (names_another_place(sentence.substr(at + before.size()), occasion)) return true;
  return false;
}

bool names_another_place(std::string_view text, const Occasion& occasion) {
  return !occasion.authority.empty() && is_another_name(name_at_start(text), occasion);
}

}  // namespace ofsearch
