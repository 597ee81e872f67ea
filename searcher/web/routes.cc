#include "searcher/web/routes.h"

#include "searcher/web/api.h"
#include "searcher/web/exports.h"
#include "searcher/web/openapi.h"
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
#include "searcher/web/server/assets.h"

#include <array>

namespace ofsearch::web {
namespace {

constexpr const char* kText = "text/plain; charset=utf-8";

HttpResponse asset(const HttpRequest& /*request*/, const Route& route, const Site& site) {
  const std::string& name = route.arguments[0];
  std::string_view type = asset_type(name);
  if (type.empty()) return problem_answer(404, "There is no page of that address.", false, site);
  HttpResponse response;
  response.type = std::string(type);
  response.body = std::string(web_data(name));
  bool named_by_content =
      asset_link(name).ends_with("=" + std::string(route.parameters.value("v")));
  if (named_by_content)
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

constexpr std::array<Address, 31> kAddresses = {{
    {"/", Kind::kPage, [](const Route&, const Site& s, Searcher* x) { return start_page(s, x); }},
    {"/search", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) { return search_page(r.parameters, s, x); }},
    {"/reports/*", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) {
       return report_page(r.arguments[0], r.parameters, s, x);
     }},
    {"/reports/*/pages/*", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) {
       return printed_page(r.arguments[0], r.arguments[1], r.parameters, s, x);
     }},
    {"/files/*", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) {
       return document_file(r.arguments[0], s, x);
     }},
    {"/authorities/*", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) {
       return authority_page(r.arguments[0], s, x);
     }},
    {"/authorities/*/since-last", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) {
       return since_last_page(r.arguments[0], s, x);
     }},
    {"/trend", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) { return trend_page(r.parameters, s, x); }},
    {"/overview", Kind::kPage,
     [](const Route&, const Site& s, Searcher* x) { return overview_page(s, x); }},
    {"/topics", Kind::kPage,
     [](const Route&, const Site& s, Searcher* x) { return topics_page(s, x); }},
    {"/topics/*", Kind::kPage,
     [](const Route& r, const Site& s, Searcher* x) {
       return topic_page(r.arguments[0], r.parameters, s, x);
     }},
    {"/help", Kind::kPage,
     [](const HttpRequest&, const Route&, const Site& s) { return help_page(s); }},
    {"/about", Kind::kPage,
     [](const Route&, const Site& s, Searcher* x) { return about_page(s, x); }},
    {"/accessibility", Kind::kPage,
     [](const HttpRequest&, const Route&, const Site& s) { return accessibility_page(s); }},
    {"/assets/*", Kind::kPage, asset},
    {"/search.csv", Kind::kFile,
     [](const Route& r, const Site& s, Searcher* x) {
       return search_as("csv", r.parameters, s, x);
     }},
    {"/search.xlsx", Kind::kFile,
     [](const Route& r, const Site& s, Searcher* x) {
       return search_as("xlsx", r.parameters, s, x);
     }},
    {"/search.md", Kind::kFile,
     [](const Route& r, const Site& s, Searcher* x) {
       return search_as("markdown", r.parameters, s, x);
     }},
    {"/outcomes.csv", Kind::kFile,
     [](const Route& r, const Site& s, Searcher* x) {
       return outcomes_as("csv", r.parameters, s, x);
     }},
    {"/outcomes.xlsx", Kind::kFile,
     [](const Route& r, const Site& s, Searcher* x) {
       return outcomes_as("xlsx", r.parameters, s, x);
     }},
    {"/feed.atom", Kind::kFile,
     [](const Route& r, const Site& s, Searcher* x) { return atom_feed(r.parameters, s, x); }},
    {"/opensearch.xml", Kind::kPage,
     [](const HttpRequest& q, const Route&, const Site& s) {
       return open_search_description(q, s);
     }},
    {"/robots.txt", Kind::kPage,
     [](const HttpRequest&, const Route&, const Site&) {
       return HttpResponse{200, kText, "User-agent: *\nDisallow: /\n", {}};
     }},
    {"/healthz", Kind::kPage,
     [](const HttpRequest&, const Route&, const Site&) {
       return HttpResponse{200, kText, "ok\n", {{"Cache-Control", "no-store"}}};
     },
     true},
    {"/openapi.json", Kind::kPage,
     [](const HttpRequest&, const Route&, const Site& s) {
       return HttpResponse{200, "application/json", openapi_document(s), {}};
     }},
    {"/api/search", Kind::kApi,
     [](const Route& r, const Site& s, Searcher* x) { return api_search(r.parameters, s, x); }},
    {"/api/reports/*", Kind::kApi,
     [](const Route& r, const Site& s, Searcher* x) {
       return api_report(r.arguments[0], r.parameters, s, x);
     }},
    {"/api/authorities/*", Kind::kApi,
     [](const Route& r, const Site& s,
        Searcher* x) { return api_authority(r.arguments[0], r.parameters, s, x); }},
    {"/api/authorities/*/since-last", Kind::kApi,
     [](const Route& r, const Site& s,
        Searcher* x) { return api_since_last(r.arguments[0], r.parameters, s, x); }},
    {"/api/matrix", Kind::kApi,
     [](const Route& r, const Site& s, Searcher* x) { return api_matrix(r.parameters, s, x); }},
    {"/api/facets", Kind::kApi,
     [](const Route& r, const Site& s, Searcher* x) { return api_facets(r.parameters, s, x); }},
}};

}  // namespace

std::span<const Address> addresses() {
  return kAddresses;
}

}  // namespace ofsearch::web
