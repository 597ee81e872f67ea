// A page of a report as it was printed, with a passage framed: as a page with the picture and its
// text, and the picture itself.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// `page`: "3", or "3.png" for the picture. `parameters`: "n", the number of the passage to frame,
// and those of the report page.
HttpResponse printed_page(const std::string& id, const std::string& page,
                          const Parameters& parameters, const Site& site, Searcher* searcher);

// Where passage `n` is framed on `page`, in the search of `parameters`.
std::string printed_page_link(const std::string& id, int page, int n, const Parameters& parameters,
                              const Site& site);

}  // namespace ofsearch::web
