// A request line by line (method, target, then headers) to a route, its search and its links.
#include "common/text/code_points.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/router.h"
#include "tests/fuzz/target.h"

#include <string>

namespace {

std::string_view take_line(std::string_view* text) {
  size_t end = std::min(text->find('\n'), text->size());
  std::string_view line = text->substr(0, end);
  text->remove_prefix(std::min(end + 1, text->size()));
  return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  using namespace ofsearch::web;
  std::string_view text = fuzz::as_text(data, size);
  Site site;
  site.hosts = {"localhost"};
  HttpRequest request;
  request.method = take_line(&text);
  request.target = take_line(&text);
  while (!text.empty()) {
    std::string_view line = take_line(&text);
    size_t colon = std::min(line.find(':'), line.size());
    request.headers.emplace_back(line.substr(0, colon),
                                 line.substr(std::min(colon + 1, line.size())));
  }
  auto routed = route(request, site);
  if (const auto* problem = std::get_if<Problem>(&routed)) {
    fuzz::require(problem->status >= 400 && problem->status < 500, "a refusal is the client's");
    return 0;
  }
  const Route& found = std::get<Route>(routed);
  for (const std::string& argument : found.arguments) {
    fuzz::require(is_utf8(argument), "what is decoded is UTF-8");
    fuzz::require(argument.find_first_of("/\\\n") == std::string::npos, "a name is no path");
    fuzz::require(argument != ".." && argument != ".", "a name does not climb");
  }
  auto again = Parameters::parse(found.parameters.to_string());
  fuzz::require(again && again->all() == found.parameters.all(), "a link leads to itself");
  auto search = search_request(found.parameters, site.limits);
  if (search) fuzz::require(search->limit <= site.limits.reports, "limits hold");
  return 0;
}
