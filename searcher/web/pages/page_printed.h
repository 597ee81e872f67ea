// Makes a page of a report as it was printed, with a passage framed: a page with the picture and
// its text, and the picture itself.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Answers with the page, or with its picture. `page` is "3", or "3.png" for the picture.
// `parameters` are "n", the number of the passage to frame, and those of the report page.
HttpResponse printed_page(const std::string& id, const std::string& page,
                          const Parameters& parameters, const Site& site, Searcher* searcher);

// Returns the address at which passage `n` is framed on `page`, in the search of `parameters`.
std::string printed_page_link(const std::string& id, int page, int n, const Parameters& parameters,
                              const Site& site);

}  // namespace ofsearch::web
