#include "searcher/web/parts/query/coverage.h"

#include "common/text/counted.h"
#include "searcher/present/formatter.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/query/filter_words.h"
#include "searcher/web/server/query_string.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace ofsearch::web {
namespace {

constexpr size_t kLatest = 5;

const Facet* facet_of(const SearchResults& results, std::string_view name) {
  for (const Facet& facet : results.facets)
    if (facet.name == name) return &facet;
  return nullptr;
}

size_t known_values(const Facet* facet) {
  if (facet == nullptr) return 0;
  return static_cast<size_t>(std::count_if(
      facet->values.begin(), facet->values.end(),
      [](const FacetValue& value) { return value.value != "unknown" && value.count > 0; }));
}

Json values(const Facet* facet, const char* option, const Site& site) {
  Json view = Json::array();
  if (facet == nullptr) return view;
  for (const FacetValue& value : facet->values)
    if (const OneValue one = one_value(facet->name, value.value); value.count > 0)
      view.push_back({{"label", one.label},
                      {"count", with_commas(value.count)},
                      {"link", Parameters().with(option, one.typed).link(site.path("/search"))}});
  return view;
}

// "2009 to 2026".
std::string years(const Facet* facet) {
  std::vector<std::string> all;
  if (facet != nullptr)
    for (const FacetValue& value : facet->values)
      if (value.value != "unknown" && value.count > 0) all.push_back(value.value);
  if (all.empty()) return "";
  auto [first, last] = std::minmax_element(all.begin(), all.end());
  return *first == *last ? *first : fmt::format("{} to {}", *first, *last);
}

}  // namespace

Json coverage_view(const Site& site, Searcher* searcher) {
  SearchRequest request;
  request.sort = SortOrder::kNewest;
  request.limit = kLatest;
  request.passages = 0;
  request.facets = {"authority", "year", "visit_type"};
  auto results = searcher->search(request);
  if (!results) return Json();
  Json view = Json::object();
  view["total"] = counted_with_commas(results->total_reports, "report");
  view["authorities"] = with_commas(known_values(facet_of(*results, "authority")));
  view["years"] = years(facet_of(*results, "year"));
  view["types"] = values(facet_of(*results, "visit_type"), "type", site);
  view["latest"] = Json::array();
  for (const ReportHit& hit : results->hits)
    view["latest"].push_back({{"title", report_title(hit.report)},
                              {"link", site.path("/reports/" + hit.report.id)},
                              {"grade", grade_view(hit.report.metadata)}});
  if (!results->hits.empty()) view["newest"] = dates_words(results->hits[0].report.metadata);
  return view;
}

}  // namespace ofsearch::web
