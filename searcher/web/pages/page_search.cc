#include "searcher/web/pages/page_search.h"

#include "common/field/authorities.h"
#include "common/report/values.h"
#include "common/text/counted.h"
#include "common/text/text.h"
#include "searcher/answer.h"
#include "searcher/evidence/counts.h"
#include "searcher/present/formatter.h"
#include "searcher/request_names.h"
#include "searcher/web/pages/document_file.h"
#include "searcher/web/pages/page_authority.h"
#include "searcher/web/pages/page_printed.h"
#include "searcher/web/parts/around.h"
#include "searcher/web/parts/coverage.h"
#include "searcher/web/parts/filters_view.h"
#include "searcher/web/parts/layout.h"
#include "searcher/web/parts/meant.h"
#include "searcher/web/parts/problem.h"
#include "searcher/web/parts/query_words.h"
#include "searcher/web/parts/request.h"
#include "searcher/web/parts/template.h"
#include "searcher/web/parts/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace ofsearch::web {
namespace {

// Passages shown of a report unless "passages" says otherwise.
constexpr size_t kPassages = 3;
constexpr size_t kFewAdded = 4;  // other terms that need not be folded away

HttpResponse html(std::string body) {
  HttpResponse response;
  response.type = "text/html; charset=utf-8";
  response.body = std::move(body);
  return response;
}

// Of what shows a report so that the search can go on to the next one.
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

std::string totals(const SearchResults& results) {
  if (results.total_reports == 0)
    return results.hits.empty() ? "No report found" : "No report has all of it";
  std::string text = counted_with_commas(results.total_reports, "report");
  if (results.total_passages > 0)
    text +=
        fmt::format(", {} in {}", counted_with_commas(results.total_passages, "matching passage"),
                    results.total_reports == 1 ? "it" : "them");
  return (results.exact ? "" : "About ") + text;
}

// What of the query the reports that are counted have, and what more there is.
std::string level_words(const SearchResults& results) {
  if (results.level.empty() || results.concepts.size() < 2 || results.total_reports == 0) return "";
  std::string part = results.level == "any" ? "some" : results.level;
  std::string words = fmt::format("Counted: reports that have {} of the query.", part);
  if (results.some_reports && *results.some_reports > 0)
    words +=
        fmt::format(" {} more {} some of it.", counted_with_commas(*results.some_reports, "report"),
                    *results.some_reports == 1 ? "has" : "have");
  return words;
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

Json pages_view(const SearchRequest& request, const SearchResults& results,
                const Parameters& parameters, const Site& site) {
  size_t limit = std::max<size_t>(request.limit, 1), last = request.offset + limit;
  auto link = [&](size_t offset) {
    Parameters there = parameters.without("offset");
    if (offset > 0) there = there.set("offset", std::to_string(offset));
    return there.link(site.path("/search"));
  };
  size_t reachable = std::min(results.total_reports, site.limits.last_report);
  bool has_previous = request.offset > 0, has_next = last < reachable;
  size_t pages = (reachable + limit - 1) / limit, page = request.offset / limit + 1;
  return {{"previous", has_previous ? link(request.offset - std::min(request.offset, limit)) : ""},
          {"next", has_next ? link(last) : ""},
          {"page", page},
          {"pages", pages},
          {"any", has_previous || has_next}};
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

// How the query was read, where its words are not all there is to say. Filters that were chosen
// beside it stand above the results anyway.
std::string read_as(const SearchResults& results, const std::string& query) {
  const bool as_typed = bare_words(query_in_words(results.searched)) == bare_words(query);
  return query.empty() || as_typed ? "" : searched_in_words(results);
}

std::string page_title(const SearchRequest& request, const SearchResults& results) {
  std::string what = request.query.empty() ? "Reports" : request.query;
  return fmt::format("{} – {}", what, totals(results));
}

Json results_view(const SearchRequest& request, const SearchResults& results,
                  const Parameters& parameters, const Site& site) {
  Json view = page_view(site, page_title(request, results));
  view["query"] = request.query;
  view["hidden"] = hidden_view(parameters, {"q", "literal"});
  view["hidden_dates"] = hidden_view(parameters, {"from", "to"});
  view["from"] = request.from.value_or("");
  view["to"] = request.to.value_or("");
  view["dated"] = request.from || request.to;
  view["chips"] = chips_view(parameters, site);
  view["has_chips"] = !view["chips"].empty();
  Parameters only_query;
  if (parameters.has("q")) only_query = only_query.with("q", parameters.value("q"));
  view["clear"] = only_query.empty() ? site.path("/") : only_query.link(site.path("/search"));
  view["authority"] = authority_view(results, parameters, site);
  view["facets"] = facets_view(results, parameters, site);
  view["totals"] = totals(results);
  view["level"] = level_words(results);
  view["searched"] = read_as(results, request.query);
  view["added"] = added_view(results, parameters, site);
  view["has_added"] = !view["added"].empty();
  view["added_words"] = counted_with_commas(view["added"].size(), "other term");
  view["few_added"] = view["added"].size() <= kFewAdded;
  view["notices"] = Json::array();
  for (const std::string& notice : results.notices) view["notices"].push_back(capitalised(notice));
  view["has_notices"] = !results.notices.empty();
  view["missing_shards"] = results.missing_shards;
  view["suggestion"] = suggestion_view(results, parameters, site);
  view["sort"] = sort_view(request, parameters, site);
  view["pager"] = pages_view(request, results, parameters, site);
  view["exports"] = exports_view(results, parameters, site);
  view["feed"] = view["exports"]["feed"];
  view["first"] = request.offset + 1;
  view["results"] = Json::array();
  for (const ReportHit& hit : results.hits)
    view["results"].push_back(result_view(hit, parameters, site));
  view["understood"] = understood_view(results, parameters, site);
  view["has_understood"] = !view["understood"].empty();
  view["corrected"] = Json::array();
  for (const Correction& correction : results.corrected)
    view["corrected"].push_back({{"typed", correction.typed}, {"searched", correction.searched}});
  view["found"] = !results.hits.empty();
  view["empty"] = results.hits.empty() && results.total_reports == 0;
  return view;
}

// "Criticised in 14 and praised in 9 of the 31 reports that speak of it": links to each list. The
// numbers are of the level that the results are of.
Json across_view(const SearchRequest& request, const SearchResults& results,
                 const Parameters& parameters, const Site& site, Searcher* searcher) {
  if (request.query.empty() || results.total_reports == 0 || parameters.has("finding"))
    return Json();
  auto read = understood(searcher, request);
  if (!read || read->query.empty()) return Json();
  SearchRequest same = std::move(*read);
  Parameters list = parameters.without("offset").without("limit");
  if (!results.level.empty()) {
    same.match = find_match_mode(results.level).value_or(same.match);
    list = list.set("match", results.level);
  }
  Views views = views_of(same);
  auto number = [&](const SearchRequest& counted_one, const char* finding) -> Json {
    auto count = count_reports(searcher, counted_one);
    if (!count) return Json();
    return {{"count", with_commas(*count)},
            {"list", *count == 0 ? "" : list.set("finding", finding).link(site.path("/search"))}};
  };
  const size_t all = results.total_reports + results.opposite_reports;
  return {{"criticised", number(views.weaknesses, "weakness")},
          {"praised", number(views.strengths, "strength")},
          {"all", counted_with_commas(all, "report")},
          {"speak", all == 1 ? "speaks" : "speak"},
          {"trend", list.without("match").link(site.path("/trend"))}};
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
  Json view = results_view(*request, *results, parameters, site);
  view["across"] = across_view(*request, *results, parameters, site, searcher);
  if (view["empty"]) view["coverage"] = coverage_view(site, searcher);
  return html(render("search", view));
}

HttpResponse start_page(const Site& site, Searcher* searcher) {
  Json view = page_view(site, "Search inspection reports");
  view["coverage"] = coverage_view(site, searcher);
  return html(render("start", view));
}

HttpResponse about_page(const Site& site, Searcher* searcher) {
  Json view = page_view(site, "About this service");
  view["coverage"] = coverage_view(site, searcher);
  return html(render("about", view));
}

}  // namespace ofsearch::web
