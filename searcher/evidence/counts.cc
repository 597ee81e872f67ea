#include "searcher/evidence/counts.h"

#include "common/report/values.h"
#include "searcher/answer.h"
#include "searcher/match_mode.h"

#include <algorithm>

namespace ofsearch {

size_t count_of(const ValueCounts& counts, const std::string& value) {
  auto it = std::ranges::find(counts, value, &ValueCount::value);
  return it == counts.end() ? 0 : it->reports;
}

Result<ValueCounts> counts_by(Searcher* searcher, SearchRequest request, const Field& field) {
  request.limit = 0;
  request.facets = {std::string(field.name)};
  SearchResults results = OF_TRY(searcher->search(request));
  ValueCounts counts;
  if (results.facets.empty()) return counts;
  const std::vector<FacetValue>& values = results.facets.front().values;
  const bool chosen = std::ranges::any_of(values, &FacetValue::selected);
  for (const FacetValue& value : values)
    if (!chosen || value.selected) counts.push_back({value.value, value.count});
  return counts;
}

Result<size_t> count_reports(Searcher* searcher, SearchRequest request) {
  request.limit = 0;
  request.facets.clear();
  SearchResults results = OF_TRY(searcher->search(request));
  return results.total_reports;
}

Result<SearchRequest> to_be_counted(Searcher* searcher, const SearchRequest& request) {
  SearchRequest same = OF_TRY(understood(searcher, request));
  same.literal = true;
  same.count_opposite = true;  // as views_of() does
  if (same.query.empty()) return same;
  SearchRequest once = same;
  once.limit = 0;
  once.facets.clear();
  const SearchResults results = OF_TRY(searcher->search(once));
  same.match = find_match_mode(results.level).value_or(same.match);
  return same;
}

SearchRequest without(SearchRequest request, const Field& field) {
  std::erase_if(request.filters,
                [&](const auto& filter) { return find_field(filter.first) == &field; });
  return request;
}

SearchRequest with_only(SearchRequest request, const Field& field, const std::string& value) {
  request = without(std::move(request), field);
  request.filters.emplace_back(std::string(field.name), value);
  return request;
}

SearchRequest of_whole_reports(SearchRequest request) {
  request.query.clear();
  std::erase_if(request.filters, [](const auto& filter) {
    const Field* field = find_field(filter.first);
    return field != nullptr && field->level == FieldLevel::kPassage;
  });
  return request;
}

SearchRequest listing(SearchRequest request, SortOrder sort) {
  request.query.clear();
  request.limit = kAll;
  request.offset = 0;
  request.passages = 0;
  request.sort = sort;
  request.facets.clear();
  return request;
}

Views views_of(SearchRequest request) {
  request.count_opposite = true;
  const Field& finding = *find_field("finding");
  return {request, with_only(request, finding, std::string(finding_name(Finding::kStrength))),
          with_only(request, finding, std::string(finding_name(Finding::kWeakness)))};
}

}  // namespace ofsearch
