// Makes the page of one authority: what is known of it, and its inspections and visits over the
// years.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Answers if there is no authority of that name, with those of like names.
HttpResponse no_such_authority(const std::string& typed, const Site& site);

// Returns the address of the page.
std::string authority_address(const std::string& name, const Site& site);

// Answers with the page. `name` is in any spelling that the table of authorities knows; the answer
// is 404 for a name that is none.
HttpResponse authority_page(const std::string& name, const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
