#include "searcher/best_matches.h"

#include "common/schema.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Matches = std::vector<BestMatch>;

// Each shard adds the weights of the terms up in an order of its own, so sums that ought to be
// equal differ in their last bits.
bool is_tied(double better, double worse) {
  constexpr double kRounding = 1e-9;
  return better - worse <= kRounding * better;
}

Matches::iterator end_of_tie(Matches::iterator begin, Matches::iterator end) {
  return std::adjacent_find(
      begin, end, [](const auto& a, const auto& b) { return !is_tied(a.weight, b.weight); });
}

// By report; in one report the matcher has kept the order of document ids, which is reading order.
void order_ties(Matches* matches) {
  for (auto begin = matches->begin(); begin != matches->end();) {
    auto end = end_of_tie(begin, matches->end());
    if (end != matches->end()) ++end;
    std::stable_sort(begin, end,
                     [](const auto& a, const auto& b) { return a.report_id < b.report_id; });
    begin = end;
  }
}

// Is it known that no match behind those fetched is tied with the one at `last`?
bool has_whole_tie(const Xapian::MSet& fetched, Xapian::doccount asked, Xapian::doccount last) {
  return fetched.size() < asked ||
         !is_tied(fetched[last].get_weight(), fetched[fetched.size() - 1].get_weight());
}

}  // namespace

Matches best_matches(Xapian::Enquire* enquire, Xapian::doccount size) {
  if (size == 0) return {};
  // The matcher's own order is right but for the last bits, so no tie need be fetched without end.
  constexpr Xapian::doccount kMostFetched = 8;
  enquire->set_sort_by_relevance_then_value(kReportIdSlot, false);
  Xapian::doccount asked = size + size / 4 + 1;
  Xapian::MSet fetched = enquire->get_mset(0, asked);
  while (!has_whole_tie(fetched, asked, size - 1) && asked < kMostFetched * size) {
    asked *= 2;
    fetched = enquire->get_mset(0, asked);
  }
  Matches matches;
  for (auto it = fetched.begin(); it != fetched.end(); ++it)
    matches.push_back({*it, it.get_weight(), it.get_sort_key()});
  order_ties(&matches);
  matches.resize(std::min<size_t>(matches.size(), size));
  return matches;
}

}  // namespace ofsearch
