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
  const bool is_less = less().contains(word) && word != "low";
  if (!is_better && !is_less && !more().contains(word)) return Finding::kNeutral;
  const Finding high = measured_near(words, at, is_trend_of_note);
  if (high == Finding::kNeutral) return high;
  if (is_better) return Finding::kStrength;
  return is_less ? opposite(high) : high;
}

bool is_less_of(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kBefore = 2;
  if (less().contains(word_at(words, at + 1))) return true;
  for (size_t i = at > kBefore ? at - kBefore : 0; i < at; ++i)
    if (less().contains(word_at(words, i))) return true;
  return false;
}

}  // namespace ofsearch
