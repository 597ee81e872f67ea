#include "searcher/web/page_static.h"

#include "searcher/web/exports.h"
#include "searcher/web/openapi.h"
#include "searcher/web/parts/layout.h"
#include "searcher/web/parts/template.h"
#include "searcher/web/server/query_string.h"

#include <nlohmann/json.hpp>

#include <array>

namespace ofsearch::web {
namespace {

struct Example {
  const char *query, *meaning;
};

constexpr std::array<Example, 10> kExamples = {{
    {"private fostering checks", "reports that speak of these, the best passages first"},
    {"\"return home interviews\"", "these words side by side"},
    {"+caseloads -agency", "must have the first word, must not have the second"},
    {"neglect OR \"emotional abuse\"", "either"},
    {"supervision AND oversight", "both in one passage"},
    {"housing NEAR/5 leavers", "at most five words apart"},
    {"foster*", "words that begin with foster"},
    {"missing grade:inadequate", "only in reports with this overall grade"},
    {"supervision section:recommendations", "only in what the reports say must improve"},
    {"\"virtual school\" year:2022..2024 type:ilacs", "only in inspections of these years"},
}};

Json examples_view(const Site& site) {
  Json view = Json::array();
  for (const Example& example : kExamples)
    view.push_back({{"query", example.query},
                    {"meaning", example.meaning},
                    {"link", Parameters().with("q", example.query).link(site.path("/search"))}});
  return view;
}

HttpResponse html(const char* name, const Json& view) {
  return {200, "text/html; charset=utf-8", render(name, view), {}};
}

}  // namespace

HttpResponse static_page(Page page, const HttpRequest& request, const Site& site) {
  if (page == Page::kOpenSearch) return open_search_description(request, site);
  if (page == Page::kOpenApi) return {200, "application/json", openapi_document(site), {}};
  if (page == Page::kAccessibility)
    return html("accessibility", page_view(site, "Accessibility statement"));
  Json view = page_view(site, "How to search");
  view["examples"] = examples_view(site);
  return html("help", view);
}

}  // namespace ofsearch::web
