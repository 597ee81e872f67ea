// The addresses of the server: each with what its errors look like, and what answers.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ofsearch::web {

struct Address;

// What a request asks for.
struct Route {
  const Address* address = nullptr;
  std::vector<std::string> arguments;  // decoded: the ID of /reports/ID
  Parameters parameters;
};

// Errors are a page, JSON for programs, or plain text where a file of results was asked for.
enum class Kind { kPage, kApi, kFile };

using FromIndex = HttpResponse (*)(const Route& route, const Site& site, Searcher* searcher);
using WithoutIndex = HttpResponse (*)(const HttpRequest& request, const Route& route,
                                      const Site& site);

struct Address {
  std::string_view path;  // "*" is any one segment, which becomes an argument
  Kind kind;
  std::variant<FromIndex, WithoutIndex> answer;
  bool is_open = false;  // also for whom the proxy did not sign in
};

std::span<const Address> addresses();

}  // namespace ofsearch::web
