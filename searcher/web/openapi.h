// Writes the description of the API (OpenAPI 3.1).
#pragma once

#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Returns openapi.json with the parameters of a search, which the schema's fields give, and the
// base path.
std::string openapi_document(const Site& site);

}  // namespace ofsearch::web
