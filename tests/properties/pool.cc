// To score every passage that matches gives the same best ten, with the same best passages, as the
// passages chosen for it.
#include "tests/properties/drawn_index.h"
#include "tests/properties/drawn_query.h"

#include <fmt/format.h>

namespace ofsearch::properties {
namespace {

std::string best_ten(Searcher* searcher, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.passages = 5;
  request.keep_repeats = true;
  auto results = searcher->search(request);
  std::string ids;
  if (!results) return results.error().text();
  for (const ReportHit& hit : results->hits) {
    ids += hit.report.id;
    for (const PassageHit& passage : hit.passages) ids += fmt::format(":{}", passage.passage.n);
    ids += " ";
  }
  return ids;
}

}  // namespace

Tally pool(const std::string& path, unsigned seed, size_t runs) {
  DrawnIndex index(path, {}, seed, 50);
  constexpr size_t kEvery = 10'000'000;
  Searcher::Options everything;
  everything.ranking.most_pool = everything.ranking.at_a_time = kEvery;
  everything.ranking.passages_at_a_time = kEvery;
  auto all = Searcher::open(path, everything);
  Tally tally;
  while (all && tally.runs < runs) {
    std::string query = draw_query(&index);
    std::string chosen = best_ten(&index.searcher(), query), best = best_ten(&*all, query);
    tally.add(chosen == best, query + "\n   chosen " + chosen + "\n   of all " + best);
  }
  return tally;
}

}  // namespace ofsearch::properties
