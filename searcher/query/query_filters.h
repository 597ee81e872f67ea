// The filters that stand inside a query, as those beside it.
#pragma once

#include "searcher/query/query_parser.h"
#include "searcher/results/results.h"

#include <string>
#include <vector>

namespace ofsearch {

// `request` with the filters of `query`, its own query parsed, beside the others. The words stay.
SearchRequest with_query_filters(SearchRequest request, const ParsedQuery& query);

// The words of a query that is parsed: "+caseloads -agency". Of ParsedQuery::root, without filters.
std::string query_of(const std::vector<QueryNode>& nodes);

}  // namespace ofsearch
