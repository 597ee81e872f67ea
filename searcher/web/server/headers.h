// Headers that every answer has.
#pragma once

#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Nothing from outside, no frames, no guessing of types, no address passed on; and how long an
// answer may be kept, unless it says so itself.
void add_common_headers(const Site& site, HttpResponse* response);

// "Fri, 27 Nov 2026 10:00:00 GMT"
std::string http_date_now();

// The ETag of what was made from `generation` of the index, by this very program. A weak one: it is
// the same whether the answer is compressed or not.
std::string entity_tag(const std::string& generation);

// Does the client already have what carries `tag`?
bool has_current(const HttpRequest& request, const std::string& tag);

}  // namespace ofsearch::web
