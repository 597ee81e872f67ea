// How long our own search takes, on an index opened once: query_tool.h says how to call it. Counts
// are reports.
#include "searcher/search.h"
#include "tests/bench/query_tool.h"

#include <memory>
#include <stdexcept>

namespace {

using namespace ofsearch;
using bench::Answer;
using bench::QueryOptions;

constexpr size_t kEveryMatch = 2'000'000'000;

Answer to_answer(const SearchResults& results) {
  Answer answer;
  answer.matches = results.total_reports;
  for (const Facet& facet : results.facets)
    for (const FacetValue& value : facet.values)
      answer.facets[facet.name][value.value] = value.count;
  for (const ReportHit& hit : results.hits) answer.top.emplace_back(hit.report.path, hit.score);
  return answer;
}

bench::SearchFunction open(const QueryOptions& options) {
  static const Thesaurus nothing;
  Searcher::Options searcher_options;
  if (options.words_alone) searcher_options.thesaurus = &nothing;
  if (options.exhaustive)
    searcher_options.ranking.at_a_time = searcher_options.ranking.passages_at_a_time = kEveryMatch;
  auto opened = Searcher::open(options.index, searcher_options);
  if (!opened) throw std::runtime_error(opened.error().text());
  auto searcher = std::make_shared<Searcher>(std::move(*opened));
  SearchRequest request;
  // Any of the words, as the other searchers count.
  if (options.words_alone) request.match = MatchMode::kAny;
  if (options.facets) request.facets = bench::kFacets;
  for (const std::string& grade : options.grades) request.filters.emplace_back("grade", grade);
  return [searcher, request](const std::string& query) mutable {
    request.query = query;
    auto results = searcher->search(request);
    if (!results) throw std::runtime_error(results.error().text());
    return to_answer(*results);
  };
}

}  // namespace

int main(int argc, char** argv) {
  return bench::run_query_tool({argv + 1, argv + argc}, open);
}
