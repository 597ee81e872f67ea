#include "indexer/document/findings/burdens.h"

#include "common/text/lists.h"
#include "indexer/document/findings/clause_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

using namespace std::string_view_literals;

// Burdens, which are bad where there is much of them, and words that say so.
constexpr std::array kBurdens = {"caseload"sv, "caseloads"sv, "workload"sv, "workloads"sv,
                                 "turnover"sv, "vacancy"sv,   "vacancies"sv};
constexpr std::array kMuch = {"high"sv,       "heavy"sv,     "excessive"sv, "unmanageable"sv,
                              "increasing"sv, "increased"sv, "rising"sv};
// It is said what is done about it.
constexpr std::array kDone = {
    "not"sv,       "no"sv,         "never"sv,      "despite"sv,   "reduce"sv,    "reduced"sv,
    "reducing"sv,  "reduces"sv,    "lower"sv,      "address"sv,   "addressed"sv, "tackle"sv,
    "response"sv,  "respond"sv,    "managed"sv,    "alleviate"sv, "prevent"sv,   "avoid"sv,
    "recognise"sv, "recognised"sv, "recognises"sv, "aware"sv,     "mitigated"sv, "understand"sv};

// The words that part a sentence: what is said of a burden is said on its side of these.
constexpr std::array kApart = {","sv, "and"sv, "but"sv, "with"sv};
// It is no burden.
constexpr std::array kLittle = {"low"sv, "manageable"sv, "reasonable"sv};

}  // namespace

bool bears_a_burden(std::string_view form) {
  constexpr size_t kNear = 5;  // words
  if (!contains_any(form, kBurdens)) return false;
  const std::vector<std::string> words = clause_words(form);
  if (std::ranges::any_of(words, [](const auto& word) { return is_one_of(word, kDone); }))
    return false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!is_one_of(words[i], kBurdens)) continue;
    size_t first = i, end = i + 1;
    while (first > 0 && i - first < kNear && !is_one_of(words[first - 1], kApart)) --first;
    while (end < words.size() && end - i <= kNear && !is_one_of(words[end], kApart)) ++end;
    const auto near = [&](const auto& table) {
      return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                         words.begin() + static_cast<std::ptrdiff_t>(end),
                         [&](const std::string& word) { return is_one_of(word, table); });
    };
    if (near(kMuch) && !near(kLittle)) return true;
  }
  return false;
}

bool is_said_high(std::string_view form) {
  static constexpr std::array kIs = {"is"sv, "are"sv, "remain"sv, "remains"sv, "be"sv};
  static constexpr std::array kAdverbs = {
      "still"sv,         "too"sv,          "very"sv,         "relatively"sv,    "unacceptably"sv,
      "also"sv,          "now"sv,          "particularly"sv, "significantly"sv, "extremely"sv,
      "quite"sv,         "generally"sv,    "often"sv,        "currently"sv,     "unsustainably"sv,
      "exceptionally"sv, "unmanageably"sv, "consistently"sv};
  static constexpr std::array kHigh = {"high"sv, "higher"sv, "excessive"sv, "unmanageable"sv,
                                       "heavy"sv};
  static constexpr std::array kElse = {"when"sv,  "if"sv,     "where"sv,      "which"sv, "no"sv,
                                       "not"sv,   "nor"sv,    "whether"sv,    "would"sv, "should"sv,
                                       "could"sv, "unless"sv, "previously"sv, "can"sv};
  constexpr size_t kNear = 10;  // words
  if (!contains_any(form, kBurdens) || !contains_any(form, kHigh)) return false;
  const std::vector<std::string> words = clause_words(form);
  for (size_t i = 0; i < words.size() && !is_one_of(words[i], kElse); ++i) {
    if (!is_one_of(words[i], kBurdens)) continue;
    const size_t end = std::min(words.size(), i + kNear);
    for (size_t at = i + 1; at < end && !is_one_of(words[at], kApart); ++at) {
      if (is_one_of(words[at], kElse)) break;
      if (!is_one_of(words[at], kIs)) continue;
      size_t said = at + 1;
      while (said < words.size() && is_one_of(words[said], kAdverbs)) ++said;
      if (said < words.size() && is_one_of(words[said], kHigh)) return true;
    }
  }
  return false;
}

}  // namespace ofsearch
