// Tells from a request what it asks for, or why it is refused; a pure function.
#pragma once

#include "searcher/web/routes.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>
#include <variant>

namespace ofsearch::web {

// A refusal. `detail` is a sentence for the client.
struct Problem {
  int status = 400;
  std::string detail;
};

// Returns what `request` asks for, or its refusal. Refused are methods but GET and HEAD, a Host
// that is missing, doubled or not allowed, an absolute URL for another host, a body, what is longer
// than the limits, broken or dangerous escapes, paths that do not exist (404), and requests without
// the header of the proxy that signs in (403).
std::variant<Route, Problem> route(const HttpRequest& request, const Site& site);

// Returns true if the request is for the API, so that errors are to be JSON.
bool is_api(const HttpRequest& request, const Site& site);

// Returns true if the request is for a file of results, such as /search.csv, so that errors are to
// be plain text.
bool is_file_of_results(const HttpRequest& request, const Site& site);

}  // namespace ofsearch::web
