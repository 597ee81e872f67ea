#include "searcher/web/openapi.h"

#include "common/index/fields.h"
#include "common/records/report_json.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/server/assets.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace ofsearch::web {
namespace {

// The meanings of parameters that are no field. Those that are a field have its help.
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
    {"match", "how much of the query a passage must have to count: all, most or any"},
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

// The meanings that a table's parameters have instead. Those without a meaning shape lists of
// results, and a table refuses them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOfTables = {{
    {"limit", "rows to give (default all)"},
    {"offset", "rows to leave out first"},
    {"sort", "newest or oldest"},
    {"passages", ""},
    {"facets", ""},
    {"explain", ""},
}};

struct ListingPath {
  const char* path;
  bool is_table, is_sorted, takes_words;
};
constexpr std::array<ListingPath, 6> kPaths = {{{"/api/search", false, true, true},
                                                {"/api/facets", false, true, true},
                                                {"/api/authorities/{name}", true, true, false},
                                                {"/api/matrix", true, false, true},
                                                {"/outcomes.csv", true, false, false},
                                                {"/outcomes.xlsx", true, false, false}}};

// Empty if it is refused there.
std::string meaning_at(const ListingPath& at, const std::string& name) {
  if ((name == "sort" && !at.is_sorted) || (name == "q" && !at.takes_words)) return {};
  for (const auto& [known, words] : kOfTables)
    if (at.is_table && known == name) return std::string(words);
  return meaning(name);
}

// Filters may come more than once: either value.
Json parameter(const std::string& name, const std::string& meaning) {
  Json text = {{"type", "string"}};
  bool many = selects(name) && name != "q" && name != "from" && name != "to";
  Json json = {{"name", name}, {"in", "query"}, {"description", meaning}};
  json["schema"] = many ? Json{{"type", "array"}, {"items", text}} : text;
  if (many) json["explode"] = true;
  return json;
}

}  // namespace

std::string openapi_document(const Site& site) {
  Json document = Json::parse(web_data("openapi.json"));
  const std::string address = site.address("");
  document["servers"] = {{{"url", address.empty() ? "/" : address}}};
  for (const ListingPath& at : kPaths)
    for (const std::string& name : parameter_names())
      if (const std::string meaning = meaning_at(at, name); !meaning.empty())
        document["paths"][at.path]["get"]["parameters"].push_back(parameter(name, meaning));
  return document.dump(1) + "\n";
}

}  // namespace ofsearch::web
