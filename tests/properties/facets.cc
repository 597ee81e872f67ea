// What a facet counts is what a filter by its value leaves, also beside another filter.
#include "tests/properties/drawn_index.h"
#include "tests/properties/drawn_query.h"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace ofsearch::properties {
namespace {

constexpr std::array<const char*, 5> kFields = {"authority", "region", "year", "grade", "focus"};

std::optional<SearchResults> found(Searcher* searcher, const SearchRequest& request) {
  auto results = searcher->search(request);
  if (!results) return std::nullopt;
  return std::move(*results);
}

// One of the values that the answer counts, as a filter; nothing where it counts none.
std::optional<std::pair<std::pair<std::string, std::string>, size_t>> draw_value(
    const SearchResults& results, size_t facet, DrawnIndex* index) {
  if (results.facets.size() <= facet || results.facets[facet].values.empty()) return std::nullopt;
  const Facet& drawn = results.facets[facet];
  const FacetValue& value = index->any_of(drawn.values);
  return std::pair{std::pair{drawn.name, value.value}, value.count};
}

}  // namespace

Tally facets(const std::string& path, unsigned seed, size_t runs) {
  DrawnIndex index(path, {}, seed, 50);
  Tally tally;
  while (tally.runs < runs) {
    SearchRequest request;
    request.query = draw_query(&index);
    request.limit = 0;
    request.facets.assign(kFields.begin(), kFields.end());
    std::optional<SearchResults> results = found(&index.searcher(), request);
    const size_t first = index.number(0, kFields.size() - 1);
    const size_t second = (first + index.number(1, kFields.size() - 1)) % kFields.size();
    std::string way = request.query;
    for (size_t facet : {first, second}) {
      if (!results) {
        tally.add(false, way + ": no answer");
        break;
      }
      const auto value = draw_value(*results, facet, &index);
      if (!value) break;
      request.filters.push_back(value->first);
      way += fmt::format(", {} {}", value->first.first, value->first.second);
      results = found(&index.searcher(), request);
      const size_t left = results ? results->total_reports : 0;
      tally.add(left == value->second,
                fmt::format("{}: counted {}, left {}", way, value->second, left));
    }
  }
  return tally;
}

}  // namespace ofsearch::properties
