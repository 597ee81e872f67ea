// Makes the page of a whole report: facts, judgements, contents, and the text with the hits of a
// search marked.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Answers with the page. `parameters` are those of the search that led here, with "at", the rank of
// the report in it, and "marks=off" for the text without marks. Every passage has the anchor "nN",
// its number in the report. If a paragraph number is printed beside it, it has "pNUMBER" too.
HttpResponse report_page(const std::string& id, const Parameters& parameters, const Site& site,
                         Searcher* searcher);

}  // namespace ofsearch::web
