#include "searcher/web/parts/report_in_search.h"

#include "searcher/answer.h"
#include "searcher/web/parts/query/query_words.h"
#include "searcher/web/parts/query/request.h"

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

// The request for the report of that rank with all its passages, and for its neighbours.
SearchRequest around(SearchRequest request, size_t rank) {
  request.offset = rank > 1 ? rank - 2 : 0;
  request.limit = rank > 1 ? 3 : 2;
  request.passages = kMostHits;
  return request;
}

// The number of hits where the report is not among them.
size_t place_of(const std::string& id, const std::vector<ReportHit>& hits) {
  const auto self =
      std::ranges::find_if(hits, [&](const auto& hit) { return hit.report.id == id; });
  return static_cast<size_t>(self - hits.begin());
}

// The rank that a report has now; 0 if it is not among the first results.
size_t rank_now(const std::string& id, SearchRequest request, const Site& site,
                Searcher* searcher) {
  request.offset = 0;
  request.limit = site.limits.reports;
  request.passages = 1;
  const auto results = answer(searcher, request);
  if (!results) return 0;
  const size_t place = place_of(id, results->hits);
  return place < results->hits.size() ? results->hits[place].rank : 0;
}

}  // namespace

Parameters search_parameters(const Parameters& parameters) {
  return parameters.without("at").without("marks").without("n");
}

ReportInSearch find_in_search(const std::string& id, const Parameters& parameters, const Site& site,
                              Searcher* searcher) {
  ReportInSearch found;
  const size_t at = rank_of(parameters.value("at"));
  if (at == 0 || at > site.limits.last_report) return found;
  auto request = search_request(search_parameters(parameters), site.limits);
  if (!request) return found;
  request->facets.clear();
  auto results = answer(searcher, around(*request, at));
  if (results && place_of(id, results->hits) == results->hits.size())
    if (const size_t rank = rank_now(id, *request, site, searcher); rank > 0)
      results = answer(searcher, around(*request, rank));
  if (!results) return found;
  found.interpreted = results_in_words(*results);
  const std::vector<ReportHit>& hits = results->hits;
  const size_t place = place_of(id, hits);
  found.searched = place < hits.size();
  found.lost = !found.searched;
  if (found.lost) return found;
  const ReportHit& self = hits[place];
  found.some = self.some;
  found.rank = self.rank;
  found.total = results->listed_reports;
  if (place > 0) found.previous = hits[place - 1].report.id;
  if (place + 1 < hits.size()) found.next = hits[place + 1].report.id;
  for (const PassageHit& hit : self.passages) found.marks[hit.passage.n] = hit.marks;
  return found;
}

}  // namespace ofsearch::web
