#include "searcher/web/page_static.h"

#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/query/filter_words.h"
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

struct Visit {
  const char *type, *meaning, *when;
};

constexpr std::array<Visit, 14> kVisits = {{
    {"ilacs-standard",
     "ILACS is the inspection of local authority children’s services as a whole, which awards "
     "grades. The standard one takes two weeks.",
     "since 2018"},
    {"ilacs-short", "the same in one week, where the last grade was good or outstanding",
     "since 2018"},
    {"ilacs", "the same, where its length is not clear from the report", "since 2018"},
    {"focused-visit", "one or two topics, reported in a letter without a grade", "since 2018"},
    {"monitoring-visit", "after an inspection that found services inadequate; without a grade",
     "since 2016"},
    {"jtai", "one topic, together with the inspectorates of police, health and probation",
     "since 2016"},
    {"area-send",
     "all services of an area for children with special educational needs or disabilities (SEND)",
     "since 2016"},
    {"area-send-monitoring", "a return after an area SEND inspection", "since 2016"},
    {"sif",
     "services for children as a whole, also care leavers and adoption, by the single inspection "
     "framework",
     "2013 to 2018"},
    {"lscb-review", "the local safeguarding children board (LSCB)", "2013 to 2018"},
    {"looked-after", "services for looked after children, who are in the care of the authority",
     "2013"},
    {"child-protection", "arrangements for the protection of children", "2012 and 2013"},
    {"slac", "safeguarding, and services for looked after children", "2009 to 2012"},
    {"joint-area-review", "all services for children of an area", "2005 to 2009"},
}};

Json visits_view(const Site& site) {
  Json view = Json::array();
  for (const Visit& visit : kVisits)
    view.push_back({{"type", one_value("visit_type", visit.type).label},
                    {"meaning", visit.meaning},
                    {"when", visit.when},
                    {"link", Parameters()
                                 .with("type", one_value("visit_type", visit.type).typed)
                                 .link(site.path("/search"))}});
  return view;
}

Json examples_view(const Site& site) {
  Json view = Json::array();
  for (const Example& example : kExamples)
    view.push_back({{"query", example.query},
                    {"meaning", example.meaning},
                    {"link", Parameters().with("q", example.query).link(site.path("/search"))}});
  return view;
}

}  // namespace

HttpResponse help_page(const Site& site) {
  Json view = page_view(site, "How to search");
  view["examples"] = examples_view(site);
  view["visits"] = visits_view(site);
  return html_page("help", view);
}

HttpResponse accessibility_page(const Site& site) {
  return html_page("accessibility", page_view(site, "Accessibility statement"));
}

}  // namespace ofsearch::web
