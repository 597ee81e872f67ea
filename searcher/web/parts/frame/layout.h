// Makes what every page shows around its own part.
#pragma once

#include "common/records/report_json.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Returns the view model with what head.mustache and foot.mustache need; a page adds its own.
Json page_view(const Site& site, const std::string& title);

// Returns NAME.mustache, filled from `view`, as a web page.
HttpResponse html_page(std::string_view name, const Json& view);

}  // namespace ofsearch::web
