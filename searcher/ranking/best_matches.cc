#include "searcher/ranking/best_matches.h"

#include "common/index/schema.h"

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

using Matches = std::vector<BestMatch>;

// Each shard adds the weights of the terms up in an order of its own, so sums that ought to be
// equal differ in their last bits.
constexpr double kRounding = 1e-9;

bool is_tied(double better, double worse) {
  return better - worse <= kRounding * better;
}

Matches::iterator end_of_tie(Matches::iterator begin, Matches::iterator end) {
  return std::adjacent_find(
      begin, end, [](const auto& a, const auto& b) { return !is_tied(a.weight, b.weight); });
}

// By report; in one report the matcher has kept the order of document ids, which is reading order.
void order_tie(Matches::iterator begin, Matches::iterator end) {
  std::stable_sort(begin, end,
                   [](const auto& a, const auto& b) { return a.report_id < b.report_id; });
}

void order_ties(Matches* matches) {
  for (auto begin = matches->begin(); begin != matches->end();) {
    auto end = end_of_tie(begin, matches->end());
    if (end != matches->end()) ++end;
    order_tie(begin, end);
    begin = end;
  }
}

Matches matches_of(const Xapian::MSet& fetched) {
  Matches matches;
  for (auto it = fetched.begin(); it != fetched.end(); ++it) {
    matches.push_back({*it, it.get_weight(), it.get_sort_key()});
  }
  return matches;
}

struct Fetched {
  Xapian::MSet matches;
  bool whole = false;  // no match behind them is tied with the last that is wanted
  bool all = false;    // no match is behind them
};

// Twice as many as are wanted, and where the last tie is not whole then many more, but not without
// end: each time every match is visited, which takes longer than to keep more of them.
Fetched fetch(Xapian::Enquire* enquire, Xapian::doccount size) {
  Fetched fetched;
  for (Xapian::doccount asked : {2 * size, 8 * size}) {
    fetched.matches = enquire->get_mset(0, asked);
    fetched.all = fetched.matches.size() < asked;
    fetched.whole = fetched.all || !is_tied(fetched.matches[size - 1].get_weight(),
                                            fetched.matches[asked - 1].get_weight());
    if (fetched.whole) break;
  }
  return fetched;
}

}  // namespace

// In this order the matcher looks up the report of everything that may be among the best. It is
// right but for the last bits of weights, so that of a tie without end the first are right.
BestMatches best_matches(Xapian::Enquire* enquire, Xapian::doccount size) {
  if (size == 0) return {};
  enquire->set_sort_by_relevance_then_value(kReportIdSlot, false);
  const Fetched fetched = fetch(enquire, size);
  Matches matches = matches_of(fetched.matches);
  order_ties(&matches);
  const bool all = fetched.all && matches.size() <= size;
  matches.resize(std::min<size_t>(matches.size(), size));
  return {std::move(matches), all};
}

}  // namespace ofsearch
