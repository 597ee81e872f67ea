#include "searcher/query/query_filters.h"

namespace ofsearch {

SearchRequest with_query_filters(SearchRequest request, const ParsedQuery& query) {
  for (const QueryFilter& filter : query.filters)
    request.filters.emplace_back(filter.field, filter.value);
  return request;
}

std::string query_of(const std::vector<QueryNode>& nodes) {
  std::string query;
  for (const QueryNode& node : nodes) query += (query.empty() ? "" : " ") + describe(node);
  return query;
}

}  // namespace ofsearch
