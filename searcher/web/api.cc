#include "searcher/web/api.h"

#include "searcher/answer.h"
#include "searcher/present/formatter.h"
#include "searcher/web/problem.h"
#include "searcher/web/request.h"

#include <sstream>

namespace ofsearch::web {
namespace {

// `json` is one object and a line end.
HttpResponse with_generation(std::string json, const std::string& generation) {
  json.erase(json.rfind('}'));
  HttpResponse response;
  response.type = "application/json";
  response.body = json + ",\"generation\":\"" + generation + "\"}\n";
  return response;
}

HttpResponse search(const Parameters& parameters, const Site& site, Searcher* searcher) {
  auto request = search_request(parameters, site.limits);
  if (!request) return error_answer(request.error(), true, site);
  auto results = answer(searcher, *request);
  if (!results) return error_answer(results.error(), true, site);
  std::ostringstream out;
  format_json(*results, {}, out);
  return with_generation(out.str(), searcher->generation());
}

}  // namespace

HttpResponse api_search(const Parameters& parameters, const Site& site, Searcher* searcher) {
  return search(parameters, site, searcher);
}

HttpResponse api_facets(const Parameters& parameters, const Site& site, Searcher* searcher) {
  Parameters counted = parameters.set("limit", "0");
  return search(counted.has("facets") ? counted : counted.set("facets", "all"), site, searcher);
}

HttpResponse api_report(const std::string& id, const Site& site, Searcher* searcher) {
  auto report = searcher->report(id);
  if (!report) return error_answer(report.error(), true, site);
  std::ostringstream out;
  show_json(*report, {}, out);
  return with_generation(out.str(), searcher->generation());
}

}  // namespace ofsearch::web
