#include "searcher/web/parts/hits.h"

#include "searcher/answer.h"
#include "searcher/web/parts/query_words.h"
#include "searcher/web/parts/request.h"

#include <algorithm>
#include <charconv>

namespace ofsearch::web {
namespace {

constexpr size_t kMostHits = 1000;  // passages of one report

size_t rank_of(std::string_view text) {
  size_t rank = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
  return error == std::errc() && end == text.data() + text.size() ? rank : 0;
}

}  // namespace

Parameters search_parameters(const Parameters& parameters) {
  return parameters.without("at").without("marks").without("n");
}

ReportInSearch find_in_search(const std::string& id, const Parameters& parameters, const Site& site,
                              Searcher* searcher) {
  ReportInSearch found;
  size_t rank = rank_of(parameters.value("at"));
  if (rank == 0 || rank > site.limits.last_report) return found;
  auto request = search_request(search_parameters(parameters), site.limits);
  if (!request) return found;
  request->offset = rank > 1 ? rank - 2 : 0;
  request->limit = rank > 1 ? 3 : 2;
  request->passages = kMostHits;
  request->facets.clear();
  auto results = answer(searcher, *request);
  if (!results) return found;
  const std::vector<ReportHit>& hits = results->hits;
  auto self = std::find_if(hits.begin(), hits.end(),
                           [&](const ReportHit& hit) { return hit.report.id == id; });
  if (self == hits.end()) return found;
  found.searched = true;
  found.rank = self->rank;
  found.total = self->some ? results->listed_reports : results->total_reports;
  found.interpreted = searched_in_words(*results);
  if (self != hits.begin()) found.previous = std::prev(self)->report.id;
  if (std::next(self) != hits.end()) found.next = std::next(self)->report.id;
  for (const PassageHit& hit : self->passages) found.marks[hit.passage.n] = hit.marks;
  return found;
}

}  // namespace ofsearch::web
