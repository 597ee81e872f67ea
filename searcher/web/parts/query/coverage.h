// What the index covers: how many reports of which types and years, and the newest.
#pragma once

#include "common/records/report_json.h"
#include "searcher/search.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// {"total", "authorities", "years", "types", "newest", "latest"}; null where the index cannot say.
Json coverage_view(const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
