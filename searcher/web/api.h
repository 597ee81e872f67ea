// Makes the answers of /api/: what the command line prints with --format json, with "generation"
// beside it. Errors become answers of their own, as problem+json.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Errors become answers of their own, as problem+json.
HttpResponse api_search(const Parameters& parameters, const Site& site, Searcher* searcher);
HttpResponse api_report(const std::string& id, const Parameters& parameters, const Site& site,
                        Searcher* searcher);
// Answers with the history of an authority, as --history does; "sort=newest" turns it round.
HttpResponse api_authority(const std::string& name, const Parameters& parameters, const Site& site,
                           Searcher* searcher);
HttpResponse api_since_last(const std::string& name, const Parameters& parameters, const Site& site,
                            Searcher* searcher);
// Answers with counts of reports by two fields, "rows" and "columns", as --matrix does.
HttpResponse api_matrix(const Parameters& parameters, const Site& site, Searcher* searcher);
// Answers with the counts alone, without results. They are those of every field if "facets" names
// none.
HttpResponse api_facets(const Parameters& parameters, const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
