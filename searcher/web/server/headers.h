// Adds headers that every answer has.
#pragma once

#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Adds headers that forbid content from outside, frames, guessing of types and passing on the
// address. They also say how long an answer may be kept, unless it says so itself.
void add_common_headers(const Site& site, HttpResponse* response);

// Returns the time now as "Fri, 27 Nov 2026 10:00:00 GMT".
std::string http_date_now();

// Returns the ETag of what was made from `generation` of the index, by this very program. It is a
// weak one, the same whether the answer is compressed or not.
std::string entity_tag(const std::string& generation);

// Tells whether the client already has what carries `tag`.
bool has_current(const HttpRequest& request, const std::string& tag);

}  // namespace ofsearch::web
