// The filters of the search page as view models: what is chosen, and what can be chosen.
#pragma once

#include "common/records/report_json.h"
#include "searcher/results/results.h"
#include "searcher/web/parts/query/same_search.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>
#include <vector>

namespace ofsearch::web {

// Fields that the search page counts.
const std::vector<std::string>& shown_facets();

// [{"field", "value", "remove"}]: every filter, also those that stand in the query, with the link
// without it; and what else is no default of the search.
Json chips_view(const Parameters& parameters, const Site& site);

// The same of what was understood as filters in the query; without one of them, the others become
// filters and its words are words. `search`: what was read.
Json understood_view(const SearchResults& results, const ReadSearch& search, const Site& site);

// [{"words", "remove"}]: what was added to the query, with the link that leaves it out.
Json added_view(const SearchResults& results, const Parameters& parameters, const Site& site);

// [{"name", "label", "open", "values", "more", ...}]: every facet that has anything to choose, its
// values with count and the link that adds or removes them.
// `search`: what `parameters` were read as.
Json facets_view(const SearchResults& results, const Parameters& parameters,
                 const ReadSearch& search, const Site& site);

// [{"name", "value"}]: what a form must send along so that nothing of the search is lost, but for
// its own fields `without`.
Json hidden_view(const Parameters& parameters, const std::vector<std::string>& without);

}  // namespace ofsearch::web
