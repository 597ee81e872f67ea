// Answers a search in other forms than a page: CSV, a spreadsheet, Markdown, an Atom feed.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string_view>

namespace ofsearch::web {

// Answers with the results of a search with these parameters. `format` is one of the command line:
// "csv", "xlsx" or "markdown". Passages that repeat an earlier one, which the page leaves out, are
// marked.
HttpResponse search_as(std::string_view format, const Parameters& parameters, const Site& site,
                       Searcher* searcher);

// Answers with the latest inspection of each authority, in "csv" or "xlsx", as outcomes.h has it.
HttpResponse outcomes_as(std::string_view format, const Parameters& parameters, const Site& site,
                         Searcher* searcher);

// Answers with the 50 newest reports that a search finds, newest first, for feed readers (RFC
// 4287).
HttpResponse atom_feed(const Parameters& parameters, const Site& site, Searcher* searcher);

// Answers with how browsers add this search to theirs (OpenSearch 1.1).
HttpResponse open_search_description(const HttpRequest& request, const Site& site);

}  // namespace ofsearch::web
