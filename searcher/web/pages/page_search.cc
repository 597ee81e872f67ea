#include "searcher/web/pages/page_search.h"

#include "common/field/authorities/authorities.h"
#include "common/report/values.h"
#include "common/text/counted.h"
#include "common/text/text.h"
#include "searcher/answer.h"
#include "searcher/evidence/counts.h"
#include "searcher/present/formatter.h"
#include "searcher/results/request_names.h"
#include "searcher/web/pages/document_file.h"
#include "searcher/web/pages/page_authority.h"
#include "searcher/web/pages/page_printed.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/pager.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/index_page.h"
#include "searcher/web/parts/query/around.h"
#include "searcher/web/parts/query/coverage.h"
#include "searcher/web/parts/query/filters_view.h"
#include "searcher/web/parts/query/meant.h"
#include "searcher/web/parts/query/query_words.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/parts/query/same_search.h"
#include "searcher/web/parts/totals.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace ofsearch::web {
namespace {

// Passages shown of a report unless "passages" says otherwise.
constexpr size_t kPassages = 3;
constexpr size_t kFewAdded = 4;  // other terms that need not be folded away

// Returns the parameters of a report's page, so that the search can go on to the next report.
Parameters in_search(const ReportHit& hit, const Parameters& parameters) {
  return parameters.without("offset").without("limit").set("at", std::to_string(hit.rank));
}

std::string report_link(const ReportHit& hit, const Parameters& parameters, const Site& site) {
  return in_search(hit, parameters).link(site.path("/reports/" + hit.report.id));
}

Json passage_view(const PassageHit& hit, const std::string& link, const std::string& printed) {
  const Passage& passage = hit.passage;
  std::string finding(finding_name(passage.finding));
  return {{"parts", marked_parts(hit.snippet, hit.snippet_marks)},
          {"cut_before", hit.cut_before},
          {"cut_after", hit.cut_after},
          {"paragraph", passage.paragraph},
          {"page", passage.page > 0 ? std::to_string(passage.page) : ""},
          {"section", passage.section},
          {"finding", finding == "neutral" ? "" : value_label("finding", finding)},
          {"finding_kind", finding},
          {"printed", passage.page > 0 ? printed : ""},
          {"link", link + "#n" + std::to_string(passage.n)}};
}

Json result_view(const ReportHit& hit, const Parameters& parameters, const Site& site) {
  std::string link = report_link(hit, parameters, site);
  Json passages = Json::array();
  bool has_pages = site.pictures != nullptr && has_printed_pages(hit.report);
  for (const PassageHit& passage : hit.passages) {
    std::string printed =
        has_pages ? printed_page_link(hit.report.id, passage.passage.page, passage.passage.n,
                                      in_search(hit, parameters), site)
                  : "";
    passages.push_back(passage_view(passage, link, printed));
  }
  const Metadata& m = hit.report.metadata;
  return {{"rank", hit.rank},   {"title", report_title(hit.report)},
          {"link", link},       {"kind", m.kind == "report" ? "" : value_label("kind", m.kind)},
          {"region", m.region}, {"grade", grade_view(m)},
          {"some", hit.some},   {"passages", passages}};
}

Json sort_view(const SearchRequest& request, const Parameters& parameters, const Site& site) {
  struct Order {
    SortOrder order;
    const char* label;
  };
  constexpr std::array<Order, 4> kOrders = {{{SortOrder::kRelevance, "Best match"},
                                             {SortOrder::kNewest, "Newest"},
                                             {SortOrder::kOldest, "Oldest"},
                                             {SortOrder::kAuthority, "Authority"}}};
  SortOrder used =
      request.sort.value_or(request.query.empty() ? SortOrder::kNewest : SortOrder::kRelevance);
  Json view = Json::array();
  for (const Order& order : kOrders) {
    if (order.order == SortOrder::kRelevance && request.query.empty()) continue;
    Parameters there = parameters.without("offset");
    there = there.set("sort", std::string(name_of(order.order)));
    view.push_back({{"label", order.label},
                    {"used", order.order == used},
                    {"link", there.link(site.path("/search"))}});
  }
  return view;
}

// A link to the page of the one authority that the results are of.
Json authority_view(const SearchResults& results, const Parameters& parameters, const Site& site) {
  std::vector<std::string> names;
  for (const auto& [name, value] : parameters.all())
    if (name == "authority") names.push_back(value);
  for (const UnderstoodWords& words : results.understood)
    if (words.field == "authority" && !words.excluded) names.push_back(words.value);
  if (names.size() != 1 || results.total_reports == 0) return Json();
  const std::string& typed = names.front();
  if (!group_label(typed).empty() || typed.find(',') != std::string::npos) return Json();
  const std::string usual = Authorities::builtin().usual_name(typed);
  const std::string& name = usual.empty() ? typed : usual;
  return {{"name", name}, {"link", authority_address(name, site)}};
}

Json suggestion_view(const SearchResults& results, const Parameters& parameters, const Site& site) {
  if (!results.suggestion) return Json();
  return {{"words", *results.suggestion},
          {"link",
           parameters.without("offset").set("q", *results.suggestion).link(site.path("/search"))}};
}

// Files have all reports and passages, as far as one answer may.
Json exports_view(const SearchResults& results, const Parameters& parameters, const Site& site) {
  const size_t most = site.limits.reports, total = results.total_reports;
  Parameters whole = parameters.without("offset")
                         .set("limit", std::to_string(std::clamp(total, results.hits.size(), most)))
                         .set("passages", std::to_string(site.limits.passages));
  auto link = [&](const char* path) { return whole.link(site.path(path)); };
  std::string of = total == 0 ? "These results" : "All " + counted_with_commas(total, "report");
  if (total == 1) of = "This report";
  if (total > most)
    of = fmt::format("The first {} of {}", with_commas(most), counted_with_commas(total, "report"));
  return {{"of", of},
          {"csv", link("/search.csv")},
          {"xlsx", link("/search.xlsx")},
          {"markdown", link("/search.md")},
          {"json", parameters.link(site.path("/api/search"))},
          {"feed", parameters.without("offset").without("limit").without("sort").link(
                       site.path("/feed.atom"))}};
}

Result<SearchRequest> page_request(const Parameters& parameters, const Limits& limits) {
  SearchRequest request = OF_TRY(search_request(parameters, limits));
  if (!parameters.has("facets")) request.facets = shown_facets();
  if (!parameters.has("passages")) request.passages = kPassages;
  return request;
}

// Tells how the query was read, if its words are not all there is to say. Filters that were chosen
// beside it stand above the results anyway.
std::string read_as(const SearchResults& results, const std::string& query) {
  const bool as_typed =
      results.either.empty() && bare_words(query_in_words(results.searched)) == bare_words(query);
  return query.empty() || as_typed ? "" : searched_in_words(results);
}

// Tells what the words were taken to leave out, with the link that counts it, too.
Json not_counted_view(const SearchResults& results, const Parameters& parameters,
                      const Site& site) {
  if (results.not_counted.empty()) return Json();
  return {
      {"words", results.not_counted},
      {"remove", parameters.without("offset").set("finding", "any").link(site.path("/search"))}};
}

Json notices_view(const SearchResults& results, const Site& site) {
  Json view = Json::array();
  for (const std::string& notice : results.notices) {
    auto way = std::ranges::find(results.ways_out, notice, &WayOut::notice);
    const bool leads = way != results.ways_out.end();
    view.push_back({{"words", capitalised(notice)},
                    {"link", leads ? parameters_of(way->request).link(site.path("/search")) : ""}});
  }
  return view;
}

std::string link_to_words(const std::string& query, const Site& site) {
  return query.empty() ? site.path("/") : Parameters().with("q", query).link(site.path("/search"));
}

// "neglect – Overall grade: Good – 70 reports, ..., page 2": what tells bookmarks apart.
std::string page_title(const SearchRequest& request, const SearchResults& results) {
  std::string title = request.query.empty() ? "Reports" : request.query;
  if (const std::string filters = filters_in_words(request); !filters.empty())
    title += " – " + filters;
  title += " – " + totals(results);
  if (request.limit > 0 && request.offset > 0)
    title += fmt::format(", page {}", request.offset / request.limit + 1);
  return title;
}

bool filters_by_finding(const SearchResults& results) {
  return std::ranges::any_of(results.filters, [](const auto& filter) {
    return filter.field == find_field("finding")->name;
  });
}

Json results_view(const SearchRequest& request, const SearchResults& results,
                  const Parameters& parameters, const ReadSearch& search, const Site& site) {
  Json view = page_view(site, page_title(request, results));
  view["query"] = request.query;
  view["hidden"] = hidden_view(parameters, {"q", "literal", "match"});
  view["hidden_dates"] = hidden_view(search.for_change_of(*find_field("year")), {"from", "to"});
  view["from"] = request.from.value_or("");
  view["to"] = request.to.value_or("");
  view["dated"] = request.from || request.to;
  view["chips"] = chips_view(parameters, site);
  view["has_chips"] = !view["chips"].empty();
  view["clear"] = link_to_words(without_filters(request.query), site);
  view["authority"] = authority_view(results, parameters, site);
  view["facets"] = facets_view(results, parameters, search, site);
  view["totals"] = totals(results);
  view["level"] = level_words(request, results);
  view["searched"] = read_as(results, request.query);
  view["added"] = added_view(results, parameters, site);
  view["has_added"] = !view["added"].empty();
  view["added_words"] = counted_with_commas(view["added"].size(), "other term");
  view["few_added"] = view["added"].size() <= kFewAdded;
  view["notices"] = notices_view(results, site);
  view["has_notices"] = !results.notices.empty();
  view["suggestion"] = suggestion_view(results, parameters, site);
  view["sort"] = sort_view(request, parameters, site);
  view["order"] = "";
  if (!results.hits.empty())
    for (const Json& order : view["sort"])
      if (order["used"]) view["order"] = order["label"];
  view["pager"] = pages_view(request, results, parameters, site);
  view["behind"] = behind_view(request, results, parameters, site);
  view["exports"] = exports_view(results, parameters, site);
  view["feed"] = view["exports"]["feed"];
  view["first"] = request.offset + 1;
  view["results"] = Json::array();
  for (const ReportHit& hit : results.hits)
    view["results"].push_back(result_view(hit, parameters, site));
  view["understood"] = understood_view(results, search, site);
  view["not_counted"] = not_counted_view(results, parameters, site);
  view["has_understood"] = !view["understood"].empty() || !results.not_counted.empty();
  view["corrected"] = Json::array();
  for (const Correction& correction : results.corrected)
    view["corrected"].push_back({{"typed", correction.typed}, {"searched", correction.searched}});
  view["found"] = !results.hits.empty();
  view["empty"] = results.hits.empty() && results.total_reports == 0;
  return view;
}

// "Criticised in 14 and praised in 9 of the 31 reports that speak of it": links to each list. The
// numbers are of the level that the results are of.
Json across_view(const SearchRequest& read, const SearchResults& results,
                 const Parameters& parameters, const ReadSearch& search, const Site& site,
                 Searcher* searcher) {
  if (results.concepts.empty() || results.total_reports == 0 || parameters.has("finding") ||
      filters_by_finding(results))
    return Json();
  SearchRequest same = read;
  Parameters list = search.for_change_of(*find_field("finding")).without("limit");
  ask_for_the_same(results, &same);
  Views views = views_of(same);
  auto number = [&](const SearchRequest& counted_one, const char* finding) -> Json {
    auto count = count_reports(searcher, counted_one);
    if (!count) return Json();
    return {{"count", with_commas(*count)},
            {"unit", *count == 1 ? "report" : "reports"},
            {"list", *count == 0 ? "" : list.set("finding", finding).link(site.path("/search"))}};
  };
  const size_t more = results.opposite_reports, all = results.total_reports + more;
  return {{"criticised", number(views.weaknesses, "weakness")},
          {"praised", number(views.strengths, "strength")},
          {"all", counted_with_commas(all, "report")},
          {"speak", all == 1 ? "speaks" : "speak"},
          {"more", more == 0 ? "" : with_commas(more)},
          {"trend", parameters.without("offset").without("limit").without("match").link(
                        site.path("/trend"))}};
}

}  // namespace

HttpResponse search_page(const Parameters& parameters, const Site& site, Searcher* searcher) {
  if (parameters.empty()) return start_page(site, searcher);
  auto request = page_request(parameters, site.limits);
  if (!request) return error_answer(request.error(), false, site, parameters.value("q"));
  request->tell_opposite = true;  // across_view() does
  auto results = answer(searcher, *request);
  if (!results)
    return error_answer(results.error(), false, site, parameters.value("q"),
                        meant_searches(results.error(), parameters, site, searcher));
  auto read = understood(searcher, *request);
  if (!read) return error_answer(read.error(), false, site, parameters.value("q"));
  const ReadSearch search(parameters, *request, *read);
  Json view = results_view(*request, *results, parameters, search, site);
  view["across"] = across_view(*read, *results, parameters, search, site, searcher);
  if (view["empty"]) view["coverage"] = coverage_view(site, searcher);
  return index_page("search", view, searcher);
}

HttpResponse start_page(const Site& site, Searcher* searcher) {
  Json view = page_view(site, "Search inspection reports");
  view["coverage"] = coverage_view(site, searcher);
  return index_page("start", view, searcher);
}

HttpResponse about_page(const Site& site, Searcher* searcher) {
  Json view = page_view(site, "About this service");
  view["coverage"] = coverage_view(site, searcher);
  return index_page("about", view, searcher);
}

}  // namespace ofsearch::web
