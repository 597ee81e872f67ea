// What every page shows around its own part.
#pragma once

#include "common/records/report_json.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// The view model with what head.mustache and foot.mustache need; a page adds its own.
Json page_view(const Site& site, const std::string& title);

}  // namespace ofsearch::web
