// The answers of /api/: what the command line prints with --format json, and "generation" beside.
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
// The history of an authority, as of --history; "sort=newest" turns it round.
HttpResponse api_authority(const std::string& name, const Parameters& parameters, const Site& site,
                           Searcher* searcher);
HttpResponse api_since_last(const std::string& name, const Parameters& parameters, const Site& site,
                            Searcher* searcher);
// Reports by two fields, "rows" and "columns", as of --matrix.
HttpResponse api_matrix(const Parameters& parameters, const Site& site, Searcher* searcher);
// The counts alone, of every field where "facets" names none, and without results.
HttpResponse api_facets(const Parameters& parameters, const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
