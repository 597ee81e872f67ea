// Makes view models of the pages of a list of results.
#pragma once

#include "common/records/report_json.h"
#include "searcher/results/results.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// Returns {"previous", "next", "page", "pages", "any"}; null if nothing is listed.
Json pages_view(const SearchRequest& request, const SearchResults& results,
                const Parameters& parameters, const Site& site);

// Returns, behind the end of a list, {"listed", "number", "first", "last"}: what there is, with
// ways back. Else it returns null.
Json behind_view(const SearchRequest& request, const SearchResults& results,
                 const Parameters& parameters, const Site& site);

}  // namespace ofsearch::web
