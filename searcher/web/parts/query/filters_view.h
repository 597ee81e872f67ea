// Makes view models of the filters of the search page: what is chosen, and what can be chosen.
#pragma once

#include "common/records/report_json.h"
#include "searcher/results/results.h"
#include "searcher/web/parts/query/same_search.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>
#include <vector>

namespace ofsearch::web {

// Returns the names of the fields that the search page counts.
const std::vector<std::string>& shown_facets();

// Returns [{"field", "value", "remove"}]: every filter, also those that stand in the query, with
// the link without it. What else is no default of the search is there, too.
Json chips_view(const Parameters& parameters, const Site& site);

// Returns chips of what was understood as filters in the query. Behind the link without one of
// them, the others become filters and its words are words. `search` is what was read.
Json understood_view(const SearchResults& results, const ReadSearch& search, const Site& site);

// Returns [{"words", "remove"}]: what was added to the query, with the link that leaves it out.
Json added_view(const SearchResults& results, const Parameters& parameters, const Site& site);

// Returns [{"name", "label", "open", "values", "more", ...}]: every facet that has anything to
// choose. Its values have their counts and the links that add or remove them. `search` is what
// `parameters` were read as.
Json facets_view(const SearchResults& results, const Parameters& parameters,
                 const ReadSearch& search, const Site& site);

// Returns [{"name", "value"}]: what a form must send along so that nothing of the search is lost.
// The form's own fields, `without`, are not in it.
Json hidden_view(const Parameters& parameters, const std::vector<std::string>& without);

}  // namespace ofsearch::web
