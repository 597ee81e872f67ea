#include "searcher/web/pages/page_since_last.h"

#include "common/report/values.h"
#include "common/text/counted.h"
#include "searcher/evidence/since_last.h"
#include "searcher/present/formatter.h"
#include "searcher/web/pages/page_authority.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/index_page.h"
#include "searcher/web/server/query_string.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ofsearch::web {
namespace {

Json document_view(const Report& report, const Site& site) {
  return {{"title", capitalised(visit_type_words(report.metadata.visit_type))},
          {"date", dates_words(report.metadata)},
          {"link", site.path("/reports/" + report.id)}};
}

Json passage_view(const SinceLast& since, const PassageOf& place, const Site& site) {
  const Passage& passage = since.passage(place);
  Json view = document_view(since.report(place), site);
  view["text"] = passage.text;
  view["finding"] =
      place.finding == Finding::kNeutral ? "" : std::string(finding_name(place.finding));
  view["paragraph"] = passage.paragraph;
  view["page"] = passage.page > 0 ? std::to_string(passage.page) : "";
  view["link"] = fmt::format("{}#n{}", view["link"].get<std::string>(), passage.n);
  return view;
}

Json passages_view(const SinceLast& since, const std::vector<PassageOf>& places, const Site& site) {
  Json view = Json::array();
  for (const PassageOf& place : places) view.push_back(passage_view(since, place, site));
  return view;
}

Json improvements_view(const SinceLast& since, const std::vector<Improvement>& improvements,
                       const Site& site) {
  Json view = Json::array();
  for (const Improvement& each : improvements) {
    Json topics = Json::array();
    for (const std::string& topic : each.topics)
      topics.push_back({{"label", value_label("topic", topic)},
                        {"link", Parameters({{"authority", since.authority}, {"topic", topic}})
                                     .link(site.path("/search"))}});
    view.push_back({{"said", passage_view(since, each.said, site)},
                    {"topics", topics},
                    {"before", passages_view(since, each.before, site)},
                    {"has_before", !each.before.empty()},
                    {"later", passages_view(since, each.later, site)},
                    {"later_count", counted_with_commas(each.later.size(), "passage")},
                    {"has_later", !each.later.empty()}});
  }
  return view;
}

Json part_view(const char* id, const std::string& heading, const SinceLast& since,
               const std::vector<Improvement>& improvements, const Site& site) {
  return {
      {"id", id}, {"heading", heading}, {"items", improvements_view(since, improvements, site)}};
}

Json parts_view(const SinceLast& since, const Site& site) {
  Json parts = Json::array();
  const std::string what = since.last_is_inspection ? "inspection" : "visit";
  parts.push_back(part_view("must-improve", "What the last " + what + " says must improve", since,
                            since.must_improve, site));
  if (!since.visits_add.empty())
    parts.push_back(part_view("visits-add", "What visits since then say must improve beyond it",
                              since, since.visits_add, site));
  if (!since.not_named_again.empty())
    parts.push_back(part_view("only-before", "What only the " + what + " before says must improve",
                              since, since.not_named_again, site));
  return parts;
}

}  // namespace

std::string since_last_address(const std::string& authority, const Site& site) {
  return authority_address(authority, site) + "/since-last";
}

HttpResponse since_last_page(const std::string& typed, const Site& site, Searcher* searcher) {
  auto since = since_last(searcher, {typed, {}});
  if (!since && since.error().code == ErrorCode::kUsage) return no_such_authority(typed, site);
  if (!since) return error_answer(since.error(), false, site);
  Json view = page_view(site, since->authority + ": what must improve, and what was found since");
  view["name"] = since->authority;
  view["authority"] = authority_address(since->authority, site);
  view["any"] = since->last.has_value();
  view["is_inspection"] = since->last_is_inspection;
  if (since->last) {
    view["last"] = document_view(since->documents[*since->last], site);
    if (since->before) view["before"] = document_view(since->documents[*since->before], site);
    view["documents"] = Json::array();
    for (size_t i = *since->last; i-- > 0;)
      view["documents"].push_back(document_view(since->documents[i], site));
    view["has_documents"] = *since->last > 0;
    view["parts"] = parts_view(*since, site);
  }
  return index_page("since-last", view, searcher);
}

}  // namespace ofsearch::web
