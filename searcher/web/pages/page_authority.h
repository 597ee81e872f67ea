// One authority: what is known of it, and its inspections and visits over the years.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Where there is none of that name: those of like names.
HttpResponse no_such_authority(const std::string& typed, const Site& site);

// The address of the page.
std::string authority_address(const std::string& name, const Site& site);

// `name` in any spelling that the table of authorities knows; 404 for one that is none.
HttpResponse authority_page(const std::string& name, const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
