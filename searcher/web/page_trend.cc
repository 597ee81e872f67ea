#include "searcher/web/page_trend.h"

#include "searcher/web/chart.h"
#include "searcher/web/layout.h"
#include "searcher/web/problem.h"
#include "searcher/web/request.h"
#include "searcher/web/template.h"
#include "searcher/web/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace ofsearch::web {
namespace {

using Years = std::map<std::string, size_t>;  // reports by year

// Reports of each year that `request` finds.
Result<Years> by_year(SearchRequest request, Searcher* searcher) {
  request.limit = 0;
  request.offset = 0;
  request.facets = {"year"};
  SearchResults results = OF_TRY(searcher->search(request));
  Years years;
  for (const Facet& facet : results.facets)
    for (const FacetValue& value : facet.values)
      if (value.count > 0 && value.value != "unknown") years[value.value] = value.count;
  return years;
}

struct Trend {
  Years all;        // that the filters alone select
  Years speak;      // of those, that the query finds
  Years criticise;  // of those, with a passage that finds a weakness in it
  Years praise;     // and a strength
};

Result<Years> with_finding(SearchRequest request, const char* finding, Searcher* searcher) {
  request.filters.emplace_back("finding", finding);
  return by_year(std::move(request), searcher);
}

Result<Trend> trend_of(const SearchRequest& request, Searcher* searcher) {
  Trend trend;
  SearchRequest filters = request;
  filters.query.clear();
  trend.all = OF_TRY(by_year(filters, searcher));
  trend.speak = OF_TRY(by_year(request, searcher));
  trend.criticise = OF_TRY(with_finding(request, "weakness", searcher));
  trend.praise = OF_TRY(with_finding(request, "strength", searcher));
  return trend;
}

Result<std::string> level_of(SearchRequest request, Searcher* searcher) {
  request.limit = 0;
  request.facets.clear();
  return std::string(OF_TRY(searcher->search(request)).level);
}

size_t of_year(const Years& years, const std::string& year) {
  auto it = years.find(year);
  return it == years.end() ? 0 : it->second;
}

Json number_view(size_t count, const Parameters& list, const Site& site) {
  return {{"count", grouped(count)}, {"list", count == 0 ? "" : list.link(site.path("/search"))}};
}

Json rows_view(const Trend& trend, const Parameters& search, const Site& site) {
  Json rows = Json::array();
  for (auto it = trend.all.rbegin(); it != trend.all.rend(); ++it) {
    const std::string& year = it->first;
    Parameters list = search.set("year", year);
    rows.push_back({{"year", year},
                    {"all", number_view(it->second, list.without("q").without("match"), site)},
                    {"speak", number_view(of_year(trend.speak, year), list, site)},
                    {"criticise", number_view(of_year(trend.criticise, year),
                                              list.set("finding", "weakness"), site)},
                    {"praise", number_view(of_year(trend.praise, year),
                                           list.set("finding", "strength"), site)}});
  }
  return rows;
}

// "Criticised in 14 of the 31 reports of 2023 that speak of it": of the last year with any.
std::string latest_words(const Trend& trend) {
  for (auto it = trend.speak.rbegin(); it != trend.speak.rend(); ++it)
    return fmt::format("In {}: criticised in {} and praised in {} of the {} that {} of it.",
                       it->first, grouped(of_year(trend.criticise, it->first)),
                       grouped(of_year(trend.praise, it->first)), counted(it->second, "report"),
                       it->second == 1 ? "speaks" : "speak");
  return "No report of a known year speaks of it.";
}

std::vector<Column> columns_of(const Trend& trend) {
  std::vector<Column> columns;
  for (const auto& [year, all] : trend.all) {
    size_t speak = of_year(trend.speak, year);
    size_t criticise = std::min(of_year(trend.criticise, year), speak);
    columns.push_back({year,
                       {{"criticise", criticise},
                        {"speak", speak - criticise},
                        {"rest", all - std::min(all, speak)}}});
  }
  return columns;
}

}  // namespace

HttpResponse trend_page(const Parameters& parameters, const Site& site, Searcher* searcher) {
  Parameters search = parameters.without("offset").without("sort").without("finding");
  auto request = search_request(search, site.limits);
  if (request && request->query.empty())
    request = Error{ErrorCode::kUsage, "a trend needs a query", "say what to look for"};
  if (!request) return error_answer(request.error(), false, site);
  // All numbers at one level: that of the reports which speak of it.
  auto level = level_of(*request, searcher);
  if (!level) return error_answer(level.error(), false, site);
  if (!level->empty()) search = search.set("match", *level);
  request = search_request(search, site.limits);
  if (!request) return error_answer(request.error(), false, site);
  auto trend = trend_of(*request, searcher);
  if (!trend) return error_answer(trend.error(), false, site);
  Json view = page_view(site, request->query + " – across reports");
  view["query"] = request->query;
  view["latest"] = latest_words(*trend);
  view["chart"] = chart_view(columns_of(*trend));
  view["rows"] = rows_view(*trend, search, site);
  view["back"] = search.link(site.path("/search"));
  return {200, "text/html; charset=utf-8", render("trend", view), {}};
}

}  // namespace ofsearch::web
