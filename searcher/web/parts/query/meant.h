// What a search that cannot be answered may have meant.
#pragma once

#include "searcher/search.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// Where `error` is of a filter with a value that does not exist, as a parameter or in the query
// ("authority:Ledes"): the same search with each value that may have been meant, and without the
// filter. Else nothing.
Links meant_searches(const Error& error, const Parameters& parameters, const Site& site,
                     Searcher* searcher);

}  // namespace ofsearch::web
