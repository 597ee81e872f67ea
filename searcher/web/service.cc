#include "searcher/web/service.h"

#include "searcher/web/api.h"
#include "searcher/web/exports.h"
#include "searcher/web/page_static.h"
#include "searcher/web/pages/document_file.h"
#include "searcher/web/pages/page_authority.h"
#include "searcher/web/pages/page_overview.h"
#include "searcher/web/pages/page_printed.h"
#include "searcher/web/pages/page_report.h"
#include "searcher/web/pages/page_search.h"
#include "searcher/web/pages/page_since_last.h"
#include "searcher/web/pages/page_trend.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/router.h"
#include "searcher/web/server/assets.h"
#include "searcher/web/server/compression.h"
#include "searcher/web/server/headers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <exception>
#include <functional>
#include <map>
#include <new>
#include <string>
#include <vector>

namespace ofsearch::web {
namespace {

using Answer = std::function<HttpResponse(const Route&, const Site&, Searcher*)>;

// Pages made from the index.
const std::map<Page, Answer>& searching() {
  static const std::map<Page, Answer> kAnswers = {
      {Page::kStart, [](const Route&, const Site& s, Searcher* x) { return start_page(s, x); }},
      {Page::kAbout, [](const Route&, const Site& s, Searcher* x) { return about_page(s, x); }},
      {Page::kSearch,
       [](const Route& r, const Site& s, Searcher* x) { return search_page(r.parameters, s, x); }},
      {Page::kAuthority, [](const Route& r, const Site& s,
                            Searcher* x) { return authority_page(r.arguments[0], s, x); }},
      {Page::kTrend,
       [](const Route& r, const Site& s, Searcher* x) { return trend_page(r.parameters, s, x); }},
      {Page::kReport, [](const Route& r, const Site& s,
                         Searcher* x) { return report_page(r.arguments[0], r.parameters, s, x); }},
      {Page::kPrintedPage,
       [](const Route& r, const Site& s, Searcher* x) {
         return printed_page(r.arguments[0], r.arguments[1], r.parameters, s, x);
       }},
      {Page::kFile, [](const Route& r, const Site& s,
                       Searcher* x) { return document_file(r.arguments[0], s, x); }},
      {Page::kSearchXlsx, [](const Route& r, const Site& s,
                             Searcher* x) { return search_as("xlsx", r.parameters, s, x); }},
      {Page::kSearchCsv, [](const Route& r, const Site& s,
                            Searcher* x) { return search_as("csv", r.parameters, s, x); }},
      {Page::kSearchMarkdown,
       [](const Route& r, const Site& s, Searcher* x) {
         return search_as("markdown", r.parameters, s, x);
       }},
      {Page::kOutcomesCsv, [](const Route& r, const Site& s,
                              Searcher* x) { return outcomes_as("csv", r.parameters, s, x); }},
      {Page::kOutcomesXlsx, [](const Route& r, const Site& s,
                               Searcher* x) { return outcomes_as("xlsx", r.parameters, s, x); }},
      {Page::kFeed,
       [](const Route& r, const Site& s, Searcher* x) { return atom_feed(r.parameters, s, x); }},
      {Page::kApiSearch,
       [](const Route& r, const Site& s, Searcher* x) { return api_search(r.parameters, s, x); }},
      {Page::kApiFacets,
       [](const Route& r, const Site& s, Searcher* x) { return api_facets(r.parameters, s, x); }},
      {Page::kApiAuthority,
       [](const Route& r, const Site& s, Searcher* x) {
         return api_authority(r.arguments[0], r.parameters, s, x);
       }},
      {Page::kSinceLast, [](const Route& r, const Site& s,
                            Searcher* x) { return since_last_page(r.arguments[0], s, x); }},
      {Page::kApiSinceLast,
       [](const Route& r, const Site& s, Searcher* x) {
         return api_since_last(r.arguments[0], r.parameters, s, x);
       }},
      {Page::kApiMatrix,
       [](const Route& r, const Site& s, Searcher* x) { return api_matrix(r.parameters, s, x); }},
      {Page::kOverview,
       [](const Route&, const Site& s, Searcher* x) { return overview_page(s, x); }},
      {Page::kTopics, [](const Route&, const Site& s, Searcher* x) { return topics_page(s, x); }},
      {Page::kTopic, [](const Route& r, const Site& s,
                        Searcher* x) { return topic_page(r.arguments[0], r.parameters, s, x); }},
      {Page::kApiReport,
       [](const Route& r, const Site& s, Searcher* x) {
         return api_report(r.arguments[0], r.parameters, s, x);
       }},
  };
  return kAnswers;
}

HttpResponse asset(const HttpRequest& request, const Route& route, const Site& site) {
  const std::string& name = route.arguments[0];
  std::string_view type = asset_type(name);
  if (type.empty())
    return problem_answer(404, "There is no page of that address.", is_api(request, site), site);
  HttpResponse response;
  response.type = std::string(type);
  response.body = std::string(web_data(name));
  bool named_by_content =
      asset_link(name).ends_with("=" + std::string(route.parameters.value("v")));
  if (named_by_content)
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

HttpResponse without_index(const HttpRequest& request, const Route& route, const Site& site) {
  switch (route.page) {
    case Page::kAsset:
      return asset(request, route, site);
    case Page::kHealth:
      return {200, "text/plain; charset=utf-8", "ok\n", {{"Cache-Control", "no-store"}}};
    case Page::kRobots:
      return {200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n", {}};
    default:
      return static_page(route.page, request, site);
  }
}

// Says in a header of every answer that it is partial, as not every format has room for it. Pages
// say it in words, too.
void say_it_is_partial(const std::vector<std::string>& missing, HttpResponse* response) {
  if (!missing.empty())
    response->headers.emplace_back("Missing-Shards", fmt::format("{}", fmt::join(missing, ", ")));
}

// Makes all of an answer from one generation. It is made again if another one was published
// meanwhile.
HttpResponse from_one_generation(const Answer& answer, const Route& route, const Site& site,
                                 Searcher* searcher) {
  constexpr int kTries = 5;
  for (int attempt = 1;; ++attempt) {
    std::string generation = searcher->generation();
    searcher->forget_missing_shards();
    HttpResponse response = answer(route, site, searcher);
    if (response.status == 200) say_it_is_partial(searcher->missing_shards(), &response);
    if (generation == searcher->generation() || attempt == kTries) return response;
  }
}

HttpResponse search(const HttpRequest& request, const Route& route, const Site& site,
                    Searcher* searcher) {
  // An index that cannot be opened any more: the old one still answers.
  [[maybe_unused]] auto followed = searcher->follow();
  std::string tag = entity_tag(searcher->generation());
  if (has_current(request, tag)) return {304, "", "", {{"ETag", tag}}};
  HttpResponse response;
  try {
    response = from_one_generation(searching().at(route.page), route, site, searcher);
  } catch (const std::bad_alloc&) {
    if (site.report) site.report({ErrorCode::kInternal, "there is not enough memory", ""});
    response = refuse(request, site, 500, "There was not enough memory for this answer.");
  } catch (const std::exception& error) {
    if (site.report)
      site.report({ErrorCode::kInternal, std::string("an unexpected error: ") + error.what(), ""});
    response = refuse(request, site, 500, "An unexpected error ended this answer.");
  }
  if (response.status == 200)
    response.headers.emplace_back("ETag", entity_tag(searcher->generation()));
  return response;
}

}  // namespace

Plan plan(const HttpRequest& request, const Site& site) {
  auto routed = route(request, site);
  if (const auto* problem = std::get_if<Problem>(&routed))
    return refuse(request, site, problem->status, problem->detail);
  Route& found = std::get<Route>(routed);
  found.parameters = with_plain_switches(std::move(found.parameters));
  if (searching().count(found.page) == 0) {
    HttpResponse response = without_index(request, found, site);
    compress(request, &response);
    return response;
  }
  return SearchPool::Work([request, found = std::move(found), &site](Searcher* searcher) {
    HttpResponse response = search(request, found, site, searcher);
    compress(request, &response);
    return response;
  });
}

HttpResponse refuse(const HttpRequest& request, const Site& site, int status,
                    const std::string& detail) {
  if (is_file_of_results(request, site)) return problem_as_text(status, detail, site);
  return problem_answer(status, detail, is_api(request, site), site);
}

}  // namespace ofsearch::web
