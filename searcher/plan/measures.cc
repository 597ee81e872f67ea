#include "searcher/plan/measures.h"

#include "searcher/plan/direction_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

using WordSet = std::unordered_set<std::string_view>;

const WordSet& good_where_high() {
  static const WordSet kWords = {
      "quality",  "standard",   "standards",   "calibre",     "aspiration",   "aspirations",
      "ambition", "ambitions",  "morale",      "expectation", "expectations", "aspirational",
      "support",  "attainment", "attendance",  "achievement", "performing",   "performance",
      "priority", "challenge",  "satisfaction"};
  return kWords;
}

const WordSet& bad_where_high() {
  static const WordSet kWords = {
      "caseload",  "caseloads", "workload", "workloads",  "turnover",    "vacancy",
      "vacancies", "delay",     "delays",   "reliance",   "sickness",    "absence",
      "backlog",   "numbers",   "rates",    "rate",       "referrals",   "exclusions",
      "waits",     "lists",     "relied",   "reliant",    "relies",      "dependent",
      "moves",     "changes",   "gaps",     "complaints", "disruptions", "breakdowns"};
  return kWords;
}

const WordSet& less() {
  static const WordSet kWords = {"reduced",   "reduces",    "reducing",   "reduction", "reduce",
                                 "fallen",    "falling",    "fewer",      "low",       "lower",
                                 "minimised", "eliminated", "decreasing", "decreased", "dropping",
                                 "dropped",   "declining",  "declined",   "filled"};
  return kWords;
}

const WordSet& more() {
  static const WordSet kWords = {"rising",  "risen", "rose", "increasing", "increased",
                                 "growing", "grown", "grew", "climbing",   "soaring"};
  return kWords;
}

// "Gone down", "coming up": the word at `at` says the way.
bool goes(const std::vector<std::string>& words, size_t at, std::string_view way) {
  static const WordSet kVerbs = {"go",   "goes",    "going",  "gone",    "went",
                                 "come", "comes",   "coming", "came",    "bring",
                                 "cut",  "brought", "driven", "driving", "shooting"};
  return at > 0 && word_at(words, at) == way && kVerbs.contains(word_at(words, at - 1));
}

bool is_less(const std::vector<std::string>& words, size_t at) {
  return less().contains(word_at(words, at)) || goes(words, at, "down");
}

// Rates and numbers of all kinds rise and fall: no judgement.
bool is_trend_of_note(const std::string& word) {
  return word != "numbers" && word != "rates" && word != "rate";
}

// What the nearest words say is measured: a strength where much of it is good, a weakness where it
// is bad; neutral where nothing is measured.
Finding measured_near(const std::vector<std::string>& words, size_t at,
                      bool (*counts)(const std::string&)) {
  constexpr size_t kNear = 3;
  const size_t end = std::min(words.size(), at + kNear + 1);
  for (size_t i = at > kNear ? at - kNear : 0; i < end; ++i) {
    const std::string word = word_at(words, i);
    if (!counts(word)) continue;
    if (good_where_high().contains(word)) return Finding::kStrength;
    if (bad_where_high().contains(word)) return Finding::kWeakness;
  }
  return Finding::kNeutral;
}

}  // namespace

Finding finding_of_amount(const std::vector<std::string>& words, size_t at) {
  return measured_near(words, at, [](const std::string&) { return true; });
}

Finding finding_of_measure(const std::vector<std::string>& words, size_t at) {
  const Finding high = finding_of_amount(words, at);
  if (high == Finding::kNeutral) return Finding::kWeakness;
  return word_at(words, at) == "high" ? high : opposite(high);
}

Finding finding_of_trend(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at);
  const bool is_better = word == "improving" || word == "improves";
  const bool falls = is_less(words, at) && word != "low";
  if (!is_better && !falls && !more().contains(word) && !goes(words, at, "up"))
    return Finding::kNeutral;
  const Finding high = measured_near(words, at, is_trend_of_note);
  if (high == Finding::kNeutral) return high;
  if (is_better) return Finding::kStrength;
  return falls ? opposite(high) : high;
}

bool is_less_of(const std::vector<std::string>& words, size_t at) {
  static const WordSet kHelpers = {"has", "have", "is",   "are",    "been",  "was",  "were",
                                   "now", "come", "gone", "coming", "going", "came", "went"};
  constexpr size_t kBefore = 2;
  size_t behind = at + 1;
  while (behind < words.size() && kHelpers.contains(word_at(words, behind))) ++behind;
  if (is_less(words, behind)) return true;
  for (size_t i = at > kBefore ? at - kBefore : 0; i < at; ++i)
    if (is_less(words, i)) return true;
  return false;
}

}  // namespace ofsearch
