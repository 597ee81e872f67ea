// Makes answers smaller for the way to the client.
#pragma once

#include "searcher/web/server/http.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Tells whether a client that sends `accept_encoding` (RFC 9110, 12.5.3) takes gzip.
bool takes_gzip(std::string_view accept_encoding);

// Encodes the body with gzip if the client takes it and it is worth it: text of more than some kB,
// never pictures or files that are compressed by themselves. No page here has a secret beside what
// a visitor has typed, and there are no cookies. So the size of an answer gives nothing away
// (BREACH).
void compress(const HttpRequest& request, HttpResponse* response);

}  // namespace ofsearch::web
