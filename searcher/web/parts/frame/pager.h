// The pages of a list of results as view models.
#pragma once

#include "common/records/report_json.h"
#include "searcher/results/results.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// {"previous", "next", "page", "pages", "any"}; null where nothing is listed.
Json pages_view(const SearchRequest& request, const SearchResults& results,
                const Parameters& parameters, const Site& site);

// Behind the end of a list {"listed", "number", "first", "last"}: what there is, with ways back;
// else null.
Json behind_view(const SearchRequest& request, const SearchResults& results,
                 const Parameters& parameters, const Site& site);

}  // namespace ofsearch::web
