// The start page and the page of results.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

HttpResponse start_page(const Site& site, Searcher* searcher);
HttpResponse search_page(const Parameters& parameters, const Site& site, Searcher* searcher);
// What the index covers, with the licence.
HttpResponse about_page(const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
