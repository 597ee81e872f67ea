// Finds what a search that cannot be answered may have meant.
#pragma once

#include "searcher/search.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// Returns searches to offer if `error` is of a filter with a value that does not exist, as a
// parameter or in the query ("authority:Ledes"). They are the same search with each value that may
// have been meant, and the one without the filter. Else it returns nothing.
Links meant_searches(const Error& error, const Parameters& parameters, const Site& site,
                     Searcher* searcher);

}  // namespace ofsearch::web
