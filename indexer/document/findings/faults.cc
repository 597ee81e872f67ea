#include "indexer/document/findings/faults.h"

#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ofsearch {
namespace {

using namespace std::string_view_literals;

constexpr std::array kBadly = {"inconsistently"sv, "inadequately"sv,    "ineffectively"sv,
                               "inefficiently"sv,  "belatedly"sv,       "haphazardly"sv,
                               "unevenly"sv,       "unreliably"sv,      "incorrectly"sv,
                               "irregularly"sv,    "unsatisfactorily"sv};
// Good where what is done is bad.
constexpr std::array kSeldom = {"seldom"sv, "infrequently"sv};
constexpr std::array kBad = {
    "late"sv,   "delay"sv,   "delayed"sv, "delays"sv, "drift"sv,    "wait"sv,        "miss"sv,
    "missed"sv, "missing"sv, "overdue"sv, "change"sv, "changes"sv,  "moved"sv,       "move"sv,
    "exceed"sv, "used"sv,    "absent"sv,  "heard"sv,  "excluded"sv, "unallocated"sv, "poor"sv};
// It is told what is done about it, or how it was.
constexpr std::array kDenials = {"not"sv,        "no"sv,         "never"sv,    "without"sv,
                                 "rarely"sv,     "previously"sv, "longer"sv,   "challenge"sv,
                                 "challenges"sv, "challenged"sv, "identify"sv, "identified"sv,
                                 "addressed"sv,  "avoid"sv};

std::string_view bare(std::string_view word) {
  while (!word.empty() && !is_ascii_letter(word.back())) word.remove_suffix(1);
  while (!word.empty() && !is_ascii_letter(word.front())) word.remove_prefix(1);
  return word;
}

std::vector<std::string_view> bare_words_of(std::string_view form) {
  std::vector<std::string_view> words = split_words(form);
  for (std::string_view& word : words) word = bare(word);
  return words;
}

template <size_t N>
bool has_one_of(const std::vector<std::string_view>& words,
                const std::array<std::string_view, N>& table) {
  return std::ranges::any_of(words, [&](std::string_view word) { return is_one_of(word, table); });
}

// "... have responded slowly": how all of it was done.
bool ends_slowly(const std::vector<std::string_view>& words) {
  return words.size() > 2 && words.back() == "slowly";
}

}  // namespace

bool is_done_badly(std::string_view form) {
  if (form.find("ly") == form.npos && form.find("seldom") == form.npos) return false;
  const std::vector<std::string_view> words = bare_words_of(form);
  if (has_one_of(words, kDenials)) return false;
  return has_one_of(words, kBadly) || ends_slowly(words) ||
         (has_one_of(words, kSeldom) && !has_one_of(words, kBad));
}

bool is_called_concern(std::string_view form) {
  static constexpr std::array kIs = {"is"sv, "are"sv, "remains"sv, "remain"sv};
  static constexpr std::array kArticles = {"a"sv, "an"sv};
  static constexpr std::array kOf = {
      "of"sv,       "for"sv,        "area"sv,        "areas"sv,      "cause"sv,  "matter"sv,
      "critical"sv, "serious"sv,    "significant"sv, "major"sv,      "real"sv,   "great"sv,
      "grave"sv,    "particular"sv, "key"sv,         "continuing"sv, "ongoing"sv};
  static constexpr std::array kOfOthers = {"whom"sv,  "whether"sv, "that"sv,
                                           "which"sv, "who"sv,     "whose"sv};
  if (!contains(form, "concern")) return false;
  const std::vector<std::string_view> words = bare_words_of(form);
  if (has_one_of(words, kOfOthers) || has_one_of(words, kDenials)) return false;
  for (size_t at = 1; at + 2 < words.size(); ++at) {
    if (!is_one_of(words[at], kIs) || words[at - 1] == "there") continue;
    size_t next = at + 1;
    if (is_one_of(words[next], kArticles)) ++next;
    const size_t first = next;
    while (next < words.size() && is_one_of(words[next], kOf)) ++next;
    if (next < words.size() && words[next] == "concern" && (next > first || first > at + 1))
      return true;
  }
  return false;
}

bool does_harm(std::string_view form) {
  static constexpr std::array kHarmful = {"negative"sv, "adverse"sv, "detrimental"sv};
  static constexpr std::array kImpact = {"impact"sv, "impacts"sv, "effect"sv, "effects"sv};
  static constexpr std::array kHarmfully = {"negatively"sv, "adversely"sv, "detrimentally"sv};
  static constexpr std::array kImpacts = {"impact"sv, "impacts"sv, "impacted"sv, "impacting"sv,
                                          "affect"sv, "affects"sv, "affected"sv, "affecting"sv};
  static constexpr std::array kOutstrips = {"outstrip"sv, "outstrips"sv, "outstripped"sv,
                                            "outstripping"sv};
  // Parts of words: it is not so, or said what is done about it, or what children lived through.
  static constexpr std::array kElse = {
      "not "sv,         "no "sv,         "reduc"sv,    "mitigat"sv,   "minimis"sv, "understand"sv,
      "understood"sv,   "aware"sv,       "recognis"sv, "cognisant"sv, "identif"sv, "prevent"sv,
      "avoid"sv,        "tackl"sv,       "address"sv,  "neglect"sv,   "abus"sv,    "trauma"sv,
      "exploitation"sv, "violence"sv,    "parental"sv, "potential"sv, " any "sv,   "challenged"sv,
      "analyse"sv,      "assess the "sv, "explor"sv,   "inform"sv};
  // Few clauses have any of these, and what does harm is told by one.
  if (!contains_any(form, std::array{"negative"sv, "adverse"sv, "detrimental"sv, "outstrip"sv}) ||
      contains_any(form, kElse))
    return false;
  const std::vector<std::string_view> words = bare_words_of(form);
  for (size_t at = 0; at < words.size(); ++at) {
    if (is_one_of(words[at], kOutstrips)) return true;
    const std::string_view next = at + 1 < words.size() ? words[at + 1] : std::string_view();
    if (is_one_of(words[at], kHarmful) && is_one_of(next, kImpact)) return true;
    if (is_one_of(words[at], kHarmfully) && is_one_of(next, kImpacts)) return true;
    if (is_one_of(words[at], kImpacts) && is_one_of(next, kHarmfully)) return true;
  }
  return false;
}

bool hinders(std::string_view form) {
  static constexpr std::array kThis = {"this"sv, "these"sv, "it"sv, "they"sv};
  static constexpr std::array kBetween = {
      "can"sv,  "also"sv,    "may"sv, "could"sv, "then"sv,      "has"sv,          "have"sv,
      "will"sv, "further"sv, "in"sv,  "turn"sv,  "therefore"sv, "significantly"sv};
  static constexpr std::array kHinders = {
      "limits"sv,  "limit"sv,    "limited"sv,    "delays"sv,     "delayed"sv,    "hinders"sv,
      "hinder"sv,  "hindered"sv, "hampers"sv,    "hampered"sv,   "affects"sv,    "affected"sv,
      "impacts"sv, "impacted"sv, "restricts"sv,  "restricted"sv, "inhibits"sv,   "inhibited"sv,
      "impairs"sv, "weakens"sv,  "undermines"sv, "undermined"sv, "compromises"sv};
  static constexpr std::array kElse = {"positiv"sv, "not "sv, "reduc"sv, "less"sv, "minimis"sv};
  if (contains_any(form, kElse)) return false;
  const std::vector<std::string_view> words = bare_words_of(form);
  const auto does_behind = [&](size_t at) {
    while (at < words.size() && is_one_of(words[at], kBetween)) ++at;
    return at < words.size() && is_one_of(words[at], kHinders);
  };
  if (!words.empty() && is_one_of(words.front(), kThis) && does_behind(1)) return true;
  const size_t which = form.find(", which ");
  if (which == form.npos) return false;
  const auto before = std::ranges::count(form.substr(0, which + 1), ' ');
  return does_behind(static_cast<size_t>(before) + 2);
}

}  // namespace ofsearch
