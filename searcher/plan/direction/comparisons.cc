#include "searcher/plan/direction/comparisons.h"

#include "common/text/lists.h"
#include "common/text/text.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/measures.h"

#include <array>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

using WordSet = std::unordered_set<std::string_view>;

struct Comparer {
  std::string_view text;
  bool above;
};

// Before the number; longest first.
constexpr std::array kBefore = {Comparer{"no more than", false}, Comparer{"not more than", false},
                                Comparer{"no fewer than", true}, Comparer{"no less than", true},
                                Comparer{"more than", true},     Comparer{"greater than", true},
                                Comparer{"higher than", true},   Comparer{"at least", true},
                                Comparer{"fewer than", false},   Comparer{"less than", false},
                                Comparer{"lower than", false},   Comparer{"at most", false},
                                Comparer{"up to", false},        Comparer{"in excess of", true},
                                Comparer{"above", true},         Comparer{"over", true},
                                Comparer{"exceeding", true},     Comparer{"exceed", true},
                                Comparer{"below", false},        Comparer{"under", false}};

// Behind it.
constexpr std::array kBehind = {Comparer{"or more", true}, Comparer{"or above", true},
                                Comparer{"or fewer", false}, Comparer{"or less", false},
                                Comparer{"or below", false}};

bool is_quantity(std::string word) {
  if (word.ends_with('%')) word.pop_back();
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string::npos &&
         word.find_first_of("0123456789") != std::string::npos;
}

bool is_year(const std::string& word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

// Whether the number at `number` is how many years something takes.
bool is_of_years(const std::vector<std::string>& words, size_t number) {
  static const WordSet kYears = {"year", "years", "yrs", "yr", "s", "old", "olds"};
  return kYears.contains(word_at(words, number + 1));
}

// Whether a comparison that begins at `first` is of how old somebody is.
bool is_age(const std::vector<std::string>& words, size_t first) {
  static const WordSet kPeople = {
      "child",    "children", "people",     "person", "leaver", "leavers", "teenagers", "babies",
      "kids",     "boys",     "girls",      "adults", "aged",   "those",   "ages",      "age",
      "siblings", "pupils",   "youngsters", "uasc",   "young",  "anyone",  "students"};
  return first > 0 && kPeople.contains(word_at(words, first - 1));
}

std::optional<Comparison> comparison_at(const std::vector<std::string>& words, size_t at,
                                        bool with_ages = false) {
  const auto found = [&](size_t first, size_t number, size_t last,
                         bool above) -> std::optional<Comparison> {
    if (is_year(word_at(words, number)) || is_of_years(words, number)) return std::nullopt;
    if (!with_ages && is_age(words, first)) return std::nullopt;
    return Comparison{first, last, above};
  };
  for (const Comparer& each : kBefore) {
    const size_t number = at + length_at(words, at, each.text);
    if (number > at && is_quantity(word_at(words, number)))
      return found(at, number, number, each.above);
  }
  if (!is_quantity(word_at(words, at))) return std::nullopt;
  for (const Comparer& each : kBehind)
    if (const size_t length = length_at(words, at + 1, each.text); length > 0)
      return found(at, at, at + length, each.above);
  return std::nullopt;
}

// The comparison to which word number `at` belongs.
std::optional<Comparison> comparison_around(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kLongest = 4;  // words: "no more than 18"
  for (size_t first = at >= kLongest ? at - kLongest + 1 : 0; first <= at; ++first)
    if (const auto comparison = comparison_at(words, first); comparison && at <= comparison->last)
      return comparison;
  return std::nullopt;
}

}  // namespace

std::vector<Comparison> comparisons_in(const std::vector<std::string>& words, bool with_ages) {
  std::vector<Comparison> all;
  for (size_t at = 0; at < words.size(); ++at)
    if (const auto comparison = comparison_at(words, at, with_ages)) {
      all.push_back(*comparison);
      at = comparison->last;
    }
  return all;
}

bool compares(const std::vector<std::string>& words, size_t at) {
  return !is_quantity(word_at(words, at)) && comparison_around(words, at);
}

Finding finding_of_comparison(const std::vector<std::string>& words, size_t at) {
  const auto comparison = comparison_around(words, at);
  if (!comparison) return Finding::kNeutral;
  // "20 or more" says the way behind the number.
  const bool says_behind = is_quantity(word_at(words, comparison->first));
  if (at != comparison->first + (says_behind ? 1 : 0)) return Finding::kNeutral;
  const Finding above = finding_of_amount(words, at);
  return comparison->above ? above : opposite(above);
}

}  // namespace ofsearch
