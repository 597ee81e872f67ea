// Makes the start page, the page of results, and the page on what the index covers.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

HttpResponse start_page(const Site& site, Searcher* searcher);
HttpResponse search_page(const Parameters& parameters, const Site& site, Searcher* searcher);
// Answers with what the index covers, and with the licence.
HttpResponse about_page(const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
