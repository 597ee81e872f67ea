// The part of WordPlans that looks for harm where a passage denies it, and for what is overdue.
#include "searcher/plan/clauses/phrases.h"
#include "searcher/plan/word_plans.h"

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

constexpr size_t kSentence = 16;  // words: "no children and young people were found to be unsafe"

// How reports begin to deny it: "no children", "not find any", "none of", "not" right before it.
const std::vector<std::vector<Words>>& denials() {
  static const std::vector<std::vector<Words>> kBegins = {
      {{"no", "none"},
       {"child", "children", "young", "case", "cases", "evidence", "examples", "of", "identified"}},
      {{"not"}, {"find", "found", "identify", "identified", "see", "seen"}, {"any", "that"}},
      {{"not"}}};
  return kBegins;
}

}  // namespace

size_t WordPlans::overdue_at(const Words& typed) {
  size_t at = 0;
  while (at < typed.size() && !is_overdue(typed, at)) ++at;
  return at;
}

// "Outstanding annual reviews" are overdue.
std::vector<Planned> WordPlans::plan_of_due(Words typed, size_t due) const {
  const std::string own = std::exchange(typed[due], "overdue");
  std::vector<Planned> plans = plan(typed);
  plans.front().notices.push_back("\"" + own + "\" is taken as \"overdue\" here");
  return plans;
}

// The other words are planned as if the denial was not there.
std::vector<Planned> WordPlans::beside_harm(const Words& typed, const DeniedHarm& harm) const {
  Words rest(typed.begin(), typed.begin() + static_cast<long>(harm.first));
  rest.insert(rest.end(), typed.begin() + static_cast<long>(harm.end), typed.end());
  std::vector<Planned> plans;
  if (!rest.empty()) plans = plan(rest);
  plans.push_back(denied_harm_plan(typed, harm));
  return plans;
}

// Reports deny harm beside faults, so that a passage counts whatever it finds.
Planned WordPlans::denied_harm_plan(const Words& typed, const DeniedHarm& harm) const {
  Planned planned;
  planned.shown = typed[harm.first];
  for (size_t i = harm.first + 1; i < harm.end; ++i) planned.shown += " " + typed[i];
  planned.recognised = true;
  planned.direction = 1;
  planned.direction_words = {planned.shown};
  planned.finds_both = true;
  double most = 0;
  std::vector<Weighed> found;
  for (const Words& says : harm.says) {
    const Words stems = lookup_.stems(says);
    const double passages = lookup_.phrase_frequency(stems);
    constexpr double kMostPlaces = 7;
    if (may_read(passages * kMostPlaces * static_cast<double>(denials().size()))) {
      for (std::vector<Words> places : denials()) {
        const size_t window = places.size() == 1 ? says.size() + 1 : kSentence;
        for (const std::string& word : says) places.push_back({word});
        found.push_back(lookup_.in_order(places, window));
      }
    } else {
      found.push_back(lookup_.any_form(says.back()));
    }
    most = std::max(most, passages);
    planned.patterns.push_back({stems, false, {0}, 1});
  }
  planned.has = any_of(found);
  planned.terms.push_back({planned.shown, lookup_.idf(most), false});
  planned.score = scored(found, weight_of(planned.terms));
  return planned;
}

}  // namespace ofsearch
