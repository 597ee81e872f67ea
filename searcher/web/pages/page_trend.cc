#include "searcher/web/pages/page_trend.h"

#include "common/index/fields.h"
#include "common/index/listed_values.h"
#include "common/text/counted.h"
#include "searcher/evidence/counts.h"
#include "searcher/web/parts/chart.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/index_page.h"
#include "searcher/web/parts/query/query_words.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/parts/query/same_search.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch::web {
namespace {

using Years = std::map<std::string, size_t>;  // reports by year

// Reports of each year that `request` finds. A facet counts the years that a filter by year leaves
// out, too: those are no part of the trend.
Result<Years> by_year(SearchRequest request, Searcher* searcher) {
  const bool chosen = filters_by(request, *find_field("year"));
  request.limit = 0;
  request.offset = 0;
  request.facets = {"year"};
  SearchResults results = OF_TRY(searcher->search(request));
  Years years;
  for (const Facet& facet : results.facets)
    for (const FacetValue& value : facet.values)
      if (value.count > 0 && value.value != "unknown" && (value.selected || !chosen))
        years[value.value] = value.count;
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
  trend.all = OF_TRY(by_year(of_whole_reports(request), searcher));
  if (!trend.all.empty())  // those without a report too
    for (const std::string& year :
         years_between(trend.all.begin()->first, trend.all.rbegin()->first, request))
      trend.all[year];
  trend.speak = OF_TRY(by_year(request, searcher));
  trend.criticise = OF_TRY(with_finding(request, "weakness", searcher));
  trend.praise = OF_TRY(with_finding(request, "strength", searcher));
  return trend;
}

size_t of_year(const Years& years, const std::string& year) {
  auto it = years.find(year);
  return it == years.end() ? 0 : it->second;
}

Json number_view(size_t count, const Parameters& list, const Site& site) {
  return {{"count", with_commas(count)},
          {"list", count == 0 ? "" : list.link(site.path("/search"))}};
}

Parameters of_whole_reports(const Parameters& list) {
  Parameters whole = list;
  for (const char* name : {"q", "literal", "exact", "without", "match", "topic", "section"})
    whole = whole.without(name);
  return whole;
}

// `speaking`: the list of all that speaks of it, whatever it finds.
Json rows_view(const Trend& trend, const Parameters& search, const Parameters& speaking,
               const Site& site) {
  Json rows = Json::array();
  for (auto it = trend.all.rbegin(); it != trend.all.rend(); ++it) {
    const std::string& year = it->first;
    Parameters list = search.set("year", year);
    rows.push_back(
        {{"year", year},
         {"all", number_view(it->second, of_whole_reports(list), site)},
         {"speak", number_view(of_year(trend.speak, year), speaking.set("year", year), site)},
         {"criticise",
          number_view(of_year(trend.criticise, year), list.set("finding", "weakness"), site)},
         {"praise",
          number_view(of_year(trend.praise, year), list.set("finding", "strength"), site)}});
  }
  return rows;
}

// "Criticised in 14 of the 31 reports of 2023 that speak of it": of the last year with any.
std::string latest_words(const Trend& trend) {
  for (auto it = trend.speak.rbegin(); it != trend.speak.rend(); ++it)
    return fmt::format("In {}: criticised in {} and praised in {} of the {} that {} of it.",
                       it->first, with_commas(of_year(trend.criticise, it->first)),
                       with_commas(of_year(trend.praise, it->first)),
                       counted_with_commas(it->second, "report"),
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

// The number of reports of each authority that speak of it, praise and criticise it.
struct AuthorityCounts {
  ValueCounts speak, praise, criticise;
};

Result<AuthorityCounts> counts_by_authority(const SearchRequest& request, Searcher* searcher) {
  const Field& authority = *find_field("authority");
  const auto with = [&](const char* finding) {
    SearchRequest found = request;
    found.filters.emplace_back("finding", finding);
    return counts_by(searcher, found, authority);
  };
  AuthorityCounts counts;
  counts.speak = OF_TRY(counts_by(searcher, request, authority));
  counts.praise = OF_TRY(with("strength"));
  counts.criticise = OF_TRY(with("weakness"));
  return counts;
}

// Authorities with more reports that find `finding` than that find the opposite, those with most
// more first: who has most reports is praised and criticised in most.
Json leaning_to(const char* finding, const AuthorityCounts& counts, const Parameters& search,
                const Site& site) {
  constexpr size_t kMost = 12;
  const bool praised = std::string_view(finding) == "strength";
  struct Leaning {
    std::string authority;
    size_t found, otherwise, speak;
  };
  std::vector<Leaning> leanings;
  for (const auto& [value, speak] : counts.speak) {
    const size_t praise = count_of(counts.praise, value);
    const size_t criticise = count_of(counts.criticise, value);
    const Leaning each{value, praised ? praise : criticise, praised ? criticise : praise, speak};
    if (value != "unknown" && each.found > each.otherwise) leanings.push_back(each);
  }
  std::ranges::stable_sort(leanings, std::greater<>(), [](const Leaning& each) {
    return std::pair(each.found - each.otherwise, each.found);
  });
  Json view = Json::array();
  for (const Leaning& each : leanings | std::views::take(kMost))
    view.push_back(
        {{"label", each.authority},
         {"count", fmt::format("{} of {}", each.found, counted_with_commas(each.speak, "report"))},
         {"link", search.set("finding", finding)
                      .set("authority", each.authority)
                      .set("sort", "newest")
                      .link(site.path("/search"))}});
  return view;
}

// Returns the parameters of the list of all that speaks of it, which is counted here. A list leaves
// out what finds the opposite of what the words ask for, unless it is told not to.
Result<Parameters> list_of_speaking(SearchRequest same, const Parameters& search,
                                    Searcher* searcher) {
  same.limit = 0;
  same.facets.clear();
  same.count_opposite = false;
  same.tell_opposite = true;
  const SearchResults results = OF_TRY(searcher->search(same));
  return results.opposite_reports > 0 ? search.set("finding", "any") : search;
}

// Returns what the counts are of, without the topic where it is the subject.
std::string filters_of(const SearchRequest& request) {
  const Field& topic = *find_field("topic");
  return filters_in_words(request.query.empty() ? without(request, topic) : request);
}

std::string subject_of(const SearchRequest& request) {
  if (!request.query.empty()) return "“" + request.query + "”";
  std::string words;
  for (const auto& [field, value] : request.filters)
    if (field == "topic") words += (words.empty() ? "" : " or ") + value_label("topic", value);
  return words;
}

}  // namespace

HttpResponse topic_page(const std::string& topic, const Parameters& parameters, const Site& site,
                        Searcher* searcher) {
  const Field& field = *find_field("topic");
  const auto is_known = [&](const std::string& value) {
    return !expanded_values(field, value).empty();
  };
  if (!std::ranges::all_of(listed_values(field, topic), is_known))
    return problem_answer(404, "There is no such topic.", false, site);
  return trend_page(parameters.set("topic", topic), site, searcher);
}

HttpResponse topics_page(const Site& site, Searcher* searcher) {
  const Field& field = *find_field("topic");
  auto count = [&](const char* finding) {
    SearchRequest request;
    if (finding != nullptr) request.filters.emplace_back("finding", finding);
    return counts_by(searcher, request, field);
  };
  auto speak = count(nullptr), criticise = count("weakness"), praise = count("strength");
  for (const auto* counts : {&speak, &criticise, &praise})
    if (!*counts) return error_answer(counts->error(), false, site);
  std::stable_sort(speak->begin(), speak->end(),
                   [](const ValueCount& a, const ValueCount& b) { return a.reports > b.reports; });
  Json view = page_view(site, "Topics");
  view["rows"] = Json::array();
  for (const ValueCount& topic : *speak)
    view["rows"].push_back({{"label", value_label("topic", topic.value)},
                            {"link", site.path("/topics/" + percent_encoded(topic.value, false))},
                            {"speak", with_commas(topic.reports)},
                            {"criticise", with_commas(count_of(*criticise, topic.value))},
                            {"praise", with_commas(count_of(*praise, topic.value))}});
  return index_page("topics", view, searcher);
}

HttpResponse trend_page(const Parameters& parameters, const Site& site, Searcher* searcher) {
  Parameters search = parameters.without("offset").without("sort").without("finding");
  auto request = search_request(search, site.limits);
  if (!request) return error_answer(request.error(), false, site);
  auto counted_request = to_be_counted(searcher, *request);
  // A request that only filters, such as by the name of an authority, names nothing that reports
  // speak of.
  if (counted_request && subject_of(*counted_request).empty())
    counted_request = Error{ErrorCode::kUsage, "a trend needs a query", "say what to look for"};
  if (!counted_request) return error_answer(counted_request.error(), false, site);
  const SearchRequest& same = *counted_request;
  SearchRequest listed = same;
  listed.count_opposite = false;  // list_of_speaking() says it where it matters
  search = parameters_of(listed);
  auto trend = trend_of(same, searcher);
  if (!trend) return error_answer(trend.error(), false, site);
  auto speaking = list_of_speaking(same, search, searcher);
  if (!speaking) return error_answer(speaking.error(), false, site);
  Json view = page_view(site, subject_of(*request) + " across reports");
  view["subject"] = subject_of(*request);
  view["filters"] = filters_of(same);
  view["latest"] = latest_words(*trend);
  view["chart"] = chart_view(columns_of(*trend));
  view["rows"] = rows_view(*trend, search, *speaking, site);
  auto counts = counts_by_authority(same, searcher);
  if (!counts) return error_answer(counts.error(), false, site);
  for (const auto& [name, finding] :
       {std::pair("criticised", "weakness"), {"praised", "strength"}}) {
    view[name] = leaning_to(finding, *counts, search, site);
    view["has_" + std::string(name)] = !view[name].empty();
  }
  view["back"] = search.link(site.path("/search"));
  return index_page("trend", view, searcher);
}

}  // namespace ofsearch::web
