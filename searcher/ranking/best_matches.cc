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

// Orders tied matches by report. Within a report the matcher has kept the order of document ids,
// which is reading order.
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
  matches.reserve(fetched.size());
  for (auto it = fetched.begin(); it != fetched.end(); ++it) {
    matches.push_back({*it, it.get_weight(), it.get_sort_key()});
  }
  return matches;
}

}  // namespace

// The matcher looks up the report of everything that may be among the best, and orders ties by it.
// Weights that differ only in their last bits are no ties to it. So some more matches are fetched:
// a tie that ends among them is known as a whole.
BestMatches best_matches(Xapian::Enquire* enquire, Xapian::doccount size) {
  if (size == 0) return {};
  constexpr Xapian::doccount kMostMore = 1000;
  enquire->set_sort_by_relevance_then_value(kReportIdSlot, false);
  Matches matches = matches_of(enquire->get_mset(0, size + std::min(size, kMostMore)));
  order_ties(&matches);
  const bool all = matches.size() <= size;
  if (!all) matches.resize(size);
  return {std::move(matches), all};
}

}  // namespace ofsearch
