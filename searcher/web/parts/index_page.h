// Makes pages from the index.
#pragma once

#include "common/records/report_json.h"
#include "searcher/search.h"
#include "searcher/web/server/http.h"

#include <string_view>

namespace ofsearch::web {

// Returns NAME.mustache, filled from `view`, as a web page, after the last search for it. It says
// which shards it lacks, and in print when the latest report entered the index.
HttpResponse index_page(std::string_view name, Json view, Searcher* searcher);

}  // namespace ofsearch::web
