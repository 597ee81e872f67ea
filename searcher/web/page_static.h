// Makes pages that say the same whatever the index holds.
#pragma once

#include "searcher/web/router.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

// Answers /help, /accessibility, /opensearch.xml and /openapi.json.
HttpResponse static_page(Page page, const HttpRequest& request, const Site& site);

}  // namespace ofsearch::web
