// Makes the page of what an authority's last report says must improve, what the one before said,
// and what was found since, item by item.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Returns the address of the page of `authority`; the page of the authority links to it.
std::string since_last_address(const std::string& authority, const Site& site);

// Answers with the page, as authority_page() does.
HttpResponse since_last_page(const std::string& name, const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
