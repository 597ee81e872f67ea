#include "searcher/web/openapi.h"

#include "common/index/schema.h"
#include "common/report/report_json.h"
#include "searcher/web/parts/request.h"
#include "searcher/web/server/assets.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace ofsearch::web {
namespace {

// Of parameters that are no field; those that are have their help.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kMeanings = {{
    {"q", "the query, as on the command line"},
    {"from", "inspected (else published) on or after this date"},
    {"to", "inspected (else published) on or before this date"},
    {"indexed-since", "new in the index since this date, yesterday, or last-run"},
    {"with-predecessors", "1: with authority, also the authorities it took over from"},
    {"limit", "reports to give (default 10)"},
    {"offset", "reports to leave out first"},
    {"passages", "passages a report (default 1)"},
    {"sort", "relevance, newest, oldest or authority"},
    {"match", "how much of the query a report must have: all, most or any"},
    {"facets", "fields to count, with commas, or all or none"},
    {"literal", "1: words are words, none is understood as a filter"},
    {"exact", "1: find words only as they are written, and add nothing"},
    {"without", "words that the thesaurus adds and that are not searched; may come more than once"},
    {"explain", "1: say how the query was understood and searched"},
}};

std::string meaning(const std::string& name) {
  for (const Field& field : fields())
    if (field.option == name) return std::string(field.help);
  for (const auto& [known, words] : kMeanings)
    if (known == name) return std::string(words);
  return name;
}

// Filters may come more than once: either value.
Json parameter(const std::string& name) {
  Json text = {{"type", "string"}};
  bool many = selects(name) && name != "q" && name != "from" && name != "to";
  Json json = {{"name", name}, {"in", "query"}, {"description", meaning(name)}};
  json["schema"] = many ? Json{{"type", "array"}, {"items", text}} : text;
  if (many) json["explode"] = true;
  return json;
}

}  // namespace

std::string openapi_document(const Site& site) {
  Json document = Json::parse(web_data("openapi.json"));
  const std::string address = site.address("");
  document["servers"] = {{{"url", address.empty() ? "/" : address}}};
  Json parameters = Json::array();
  for (const std::string& name : parameter_names()) parameters.push_back(parameter(name));
  for (const char* path : {"/api/search", "/api/facets", "/api/authorities/{name}", "/api/matrix"})
    for (const Json& row : parameters) document["paths"][path]["get"]["parameters"].push_back(row);
  return document.dump(1) + "\n";
}

}  // namespace ofsearch::web
