// A list of any length, and any page of it, is a part of the list of all that is counted.
#include "tests/properties/drawn_index.h"
#include "tests/properties/drawn_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace ofsearch::properties {
namespace {

// Returns the ids of the reports of a list that are counted, each with its first passage.
std::vector<std::string> counted_of_list(Searcher* searcher, SearchRequest request) {
  auto results = searcher->search(request);
  if (!results) return {results.error().text()};
  std::vector<std::string> ids;
  for (const ReportHit& hit : results->hits)
    if (!hit.some)
      ids.push_back(fmt::format("{}:{}", hit.report.id,
                                hit.passages.empty() ? 0 : hit.passages.front().passage.n));
  return ids;
}

std::vector<std::string> part_of(const std::vector<std::string>& all, size_t offset, size_t limit) {
  const size_t begin = std::min(offset, all.size()), end = std::min(begin + limit, all.size());
  return {all.begin() + static_cast<std::ptrdiff_t>(begin),
          all.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

Tally lists(const std::string& path, unsigned seed, size_t runs) {
  Searcher::Options options;
  if (seed % 2 == 0) options.ranking.most_pool = 200;  // and of reports behind the pool
  DrawnIndex index(path, options, seed, 50);
  Tally tally;
  while (tally.runs < runs) {
    SearchRequest request;
    request.query = draw_query(&index);
    request.limit = kAll;
    const std::vector<std::string> all = counted_of_list(&index.searcher(), request);
    request.limit = index.number(1, 30);
    request.offset = index.number(0, 30);
    const std::vector<std::string> some = counted_of_list(&index.searcher(), request);
    tally.add(some == part_of(all, request.offset, request.limit),
              fmt::format("{}\n   limit {}, offset {}, of {}", request.query, request.limit,
                          request.offset, all.size()));
  }
  return tally;
}

}  // namespace ofsearch::properties
