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
  static const WordSet kWords = {"caseload", "caseloads", "workload",  "workloads", "turnover",
                                 "vacancy",  "vacancies", "delay",     "delays",    "reliance",
                                 "sickness", "absence",   "backlog",   "numbers",   "rates",
                                 "rate",     "referrals", "exclusions"};
  return kWords;
}

const WordSet& less() {
  static const WordSet kWords = {"reduced",   "reduces",    "reducing",   "reduction", "reduce",
                                 "fallen",    "falling",    "fewer",      "low",       "lower",
                                 "minimised", "eliminated", "decreasing", "decreased"};
  return kWords;
}

}  // namespace

Finding finding_of_measure(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kNear = 3;
  const bool is_high = word_at(words, at) == "high";
  const size_t end = std::min(words.size(), at + kNear + 1);
  for (size_t i = at > kNear ? at - kNear : 0; i < end; ++i) {
    const std::string word = word_at(words, i);
    if (good_where_high().contains(word)) return is_high ? Finding::kStrength : Finding::kWeakness;
    if (bad_where_high().contains(word)) return is_high ? Finding::kWeakness : Finding::kStrength;
  }
  return Finding::kWeakness;
}

bool is_less_of(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kBefore = 2;
  if (less().contains(word_at(words, at + 1))) return true;
  for (size_t i = at > kBefore ? at - kBefore : 0; i < at; ++i)
    if (less().contains(word_at(words, i))) return true;
  return false;
}

}  // namespace ofsearch
