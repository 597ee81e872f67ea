// Makes pages of a subject across the reports of the years: in how many of them it is spoken of,
// criticised and praised.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Answers with the page of a subject. `parameters` are those of a search with a query or a topic.
// Each number links to the list that it counts.
HttpResponse trend_page(const Parameters& parameters, const Site& site, Searcher* searcher);

// Answer with the page of a topic of the field, in the reports that `parameters` select, and with
// all topics.
HttpResponse topic_page(const std::string& topic, const Parameters& parameters, const Site& site,
                        Searcher* searcher);
HttpResponse topics_page(const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
