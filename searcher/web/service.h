// Leads from a request to its answer: has the planner that the Server calls.
#pragma once

#include "searcher/web/server/http.h"
#include "searcher/web/server/server.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Returns the plan. `site` must outlive it.
Plan plan(const HttpRequest& request, const Site& site);

HttpResponse refuse(const HttpRequest& request, const Site& site, int status,
                    const std::string& detail);

}  // namespace ofsearch::web
