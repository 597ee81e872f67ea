// Pages that say the same whatever the index holds.
#pragma once

#include "searcher/web/router.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// /help, /accessibility, /opensearch.xml, /openapi.json.
HttpResponse static_page(Page page, const HttpRequest& request, const Site& site);

}  // namespace ofsearch::web
