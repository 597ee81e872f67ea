// Tells what the index covers: how many reports of which types and years, and the newest.
#pragma once

#include "common/records/report_json.h"
#include "searcher/search.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// Returns {"total", "authorities", "years", "types", "newest", "latest"}; null if the index cannot
// say.
Json coverage_view(const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
