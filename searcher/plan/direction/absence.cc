#include "searcher/plan/direction/absence.h"

#include "common/text/lists.h"
#include "common/text/text.h"
#include "searcher/plan/direction/direction_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 12> kWritten = {
    "chronologies", "chronology", "records", "recordings", "plans",       "assessments",
    "documents",    "minutes",    "reviews", "signatures", "information", "data"};

// What may go missing itself, as children do, is not here ("return interviews missing").
constexpr std::string_view kNeeded =
    "oversight supervision plan planning consent permission rationale analysis scrutiny voice "
    "views "
    "wishes reflection curiosity programme programmes training advocacy advocate advocates "
    "interpreter interpreters support service services provision therapy counselling timescales "
    "targets objectives detail details signature guidance policy policies protocol protocols "
    "monitoring recording record document genogram genograms summary review audit audits check "
    "checks visit visits assessment consultation involvement participation impact cover matching";

// How many words from `at` on, which are names of what is missing or lead to it.
constexpr size_t kScope = 4;

}  // namespace

bool is_written(const std::string& word) {
  return is_one_of(word, kWritten);
}

bool is_needed(const std::string& word) {
  static const auto kWords = [] {
    const std::vector<std::string_view> words = split_words(kNeeded);
    return std::unordered_set<std::string_view>(words.begin(), words.end());
  }();
  return is_written(word) || kWords.contains(word);
}

std::string with_what_is_missing(const std::vector<std::string>& typed, size_t at) {
  constexpr std::array<std::string_view, 4> kSaidBy = {"evidence", "record", "sign", "signs"};
  constexpr std::array<std::string_view, 2> kDeny = {"no", "few"};
  size_t first = at + 1;
  if (!is_one_of(word_at(typed, at), kDeny) || word_at(typed, first) == "longer") return typed[at];
  if (is_one_of(word_at(typed, first), kSaidBy) && word_at(typed, first + 1) == "of") first += 2;
  for (size_t i = first; i < std::min(typed.size(), first + kScope); ++i) {
    if (!is_needed(word_at(typed, i))) continue;
    std::string all = typed[at];
    for (size_t word = at + 1; word <= i; ++word) all += " " + typed[word];
    return all;
  }
  return typed[at];
}

bool is_left_without(const std::vector<std::string>& typed, size_t at) {
  for (size_t before = at; before > 0 && at - before < kScope; --before) {
    const std::string word = word_at(typed, before - 1);
    if (word == "without") return true;
    if (is_needed(word) || word == "and" || word == "but") return false;
  }
  return false;
}

}  // namespace ofsearch
