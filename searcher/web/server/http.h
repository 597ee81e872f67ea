// Holds a request and an answer as every part but the server itself sees them: plain structs.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch::web {

struct HttpRequest {
  std::string method;  // "GET"
  std::string target;  // as it came: path and query, or an absolute URL
  std::string client;  // its address, for its share of the searches
  std::vector<std::pair<std::string, std::string>> headers;  // names in small letters

  // Returns the first header of that name (small letters); empty if there is none.
  std::string_view header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (key == name) return value;
    return {};
  }
};

struct HttpResponse {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // beside those that every answer has
};

}  // namespace ofsearch::web
