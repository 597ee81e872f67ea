#include "searcher/web/pages/page_authority.h"

#include "common/dates/date.h"
#include "common/dates/typed_date.h"
#include "common/field/authorities/abolished.h"
#include "common/field/authorities/authorities.h"
#include "common/field/authorities/authority_groups.h"
#include "common/field/authorities/neighbours.h"
#include "common/report/grades_before.h"
#include "common/report/values.h"
#include "common/text/counted.h"
#include "searcher/evidence/counts.h"
#include "searcher/evidence/since_last.h"
#include "searcher/present/formatter.h"
#include "searcher/web/pages/page_since_last.h"
#include "searcher/web/parts/chart.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/index_page.h"
#include "searcher/web/parts/query/filter_words.h"
#include "searcher/web/server/query_string.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace ofsearch::web {
namespace {

// More documents than any authority has.
constexpr size_t kMostDocuments = 500;
constexpr size_t kRecommendations = 20;
constexpr size_t kSides = 2;  // documents side by side

SearchRequest of_authority(const std::string& name) {
  SearchRequest request;
  request.filters = {{"authority", name}};
  request.sort = SortOrder::kNewest;
  request.limit = kMostDocuments;
  request.passages = 0;
  return request;
}

Json related_view(const std::vector<const Authority*>& others, const Site& site) {
  Json view = Json::array();
  for (const Authority* other : others) {
    const char* before = view.empty() ? "" : other == others.back() ? " and" : ",";
    view.push_back({{"before", before},
                    {"name", other->name},
                    {"link", authority_address(other->name, site)}});
  }
  return view;
}

// Judgements that any of these reports has, in the order in which they are shown.
std::vector<const Judgement*> judgements_of(const std::vector<ReportHit>& hits) {
  std::vector<const Judgement*> found;
  for (const Judgement& judgement : judgements())
    if (std::any_of(hits.begin(), hits.end(), [&](const ReportHit& hit) {
          return hit.report.metadata.judgements.count(std::string(judgement.name)) > 0;
        }))
      found.push_back(&judgement);
  return found;
}

Json row_view(const Report& report, const std::vector<const Judgement*>& columns,
              const Site& site) {
  const Metadata& m = report.metadata;
  Json cells = Json::array();
  for (const Judgement* column : columns) {
    auto it = m.judgements.find(std::string(column->name));
    cells.push_back({{"grade", it == m.judgements.end() ? Json() : grade_view(it->second)}});
  }
  return {{"date", dates_words(m)},
          {"type", capitalised(visit_type_words(m.visit_type))},
          {"kind", m.kind == "report" || m.kind == "letter" ? "" : value_label("kind", m.kind)},
          {"link", site.path("/reports/" + report.id)},
          {"grade", grade_view(m)},
          {"cells", cells}};
}

Json history_view(const std::vector<ReportHit>& hits, const Site& site) {
  std::vector<const Judgement*> columns = judgements_of(hits);
  Json heads = Json::array(), rows = Json::array();
  for (const Judgement* column : columns) heads.push_back({{"label", column->words}});
  for (const ReportHit& hit : hits) rows.push_back(row_view(hit.report, columns, site));
  return {{"columns", heads}, {"rows", rows}};
}

bool has_send_outcome(const ReportHit& hit) {
  return hit.report.metadata.send_outcome.has_value();
}

struct Recommendations {
  Json sides = Json::array();  // of the latest two documents that say what must improve
  const char* last = "visit";  // of what the last one is that page_since_last.h begins with
};

Json recommendations_in(const ReportHit& hit, const Site& site) {
  Json items = Json::array();
  for (const PassageHit& passage : hit.passages)
    if (must_improve(passage.passage))
      items.push_back({{"text", passage.passage.text},
                       {"link", fmt::format("{}#n{}", site.path("/reports/" + hit.report.id),
                                            passage.passage.n)}});
  return items;
}

// Articles only tell of other documents.
Recommendations recommendations_of(const std::string& name, const Site& site, Searcher* searcher) {
  SearchRequest request = of_authority(name);
  request.filters.emplace_back("section", "recommendations");
  request.passages = kRecommendations;
  auto results = searcher->search(request);
  Recommendations found;
  if (!results) return found;
  for (const ReportHit& hit : results->hits) {
    Json items = recommendations_in(hit, site);
    if (items.empty() || !is_of_inspection(hit.report.metadata)) continue;
    if (is_whole_inspection(hit.report)) found.last = "inspection";
    if (found.sides.size() < kSides)
      found.sides.push_back({{"report", report_title(hit.report)},
                             {"link", site.path("/reports/" + hit.report.id)},
                             {"items", std::move(items)}});
  }
  return found;
}

// ---- Grades then and now --------------------------------------------------------------------

struct Inspection {
  const Report* report;
  ColumnGrades grades;
  bool has_one_before;  // false: an inspection between it and the one before it is missing
};

// Documents that award grades, oldest first, of `hits`, which are newest first.
std::vector<Inspection> inspections_of(const std::vector<ReportHit>& hits) {
  std::vector<Inspection> inspections;
  GradesBefore before;
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    ColumnGrades grades = column_grades(hit->report.metadata);
    const bool has_one_before = before.take(hit->report.metadata, &grades);
    if (!grades.empty() && is_of_inspection(hit->report.metadata))
      inspections.push_back({&hit->report, std::move(grades), has_one_before});
  }
  return inspections;
}

Json grade_in(const ColumnGrades& grades, std::string_view column) {
  auto it = grades.find(column);
  return it == grades.end() ? Json() : grade_view(it->second.grade);
}

std::string name_of(const GradeColumn& column) {
  const Judgement* judgement = find_judgement(column.judgements[0]);
  return judgement == nullptr ? capitalised(column.head) : capitalised(judgement->words);
}

// The last two inspections side by side, with what is better and what is worse.
Json then_and_now(const std::vector<Inspection>& inspections, const Site& site) {
  if (inspections.size() < 2) return Json();
  const Inspection &now = inspections.back(), &then = *(inspections.end() - 2);
  Json rows = Json::array();
  for (const GradeColumn& column : grade_columns()) {
    auto it = now.grades.find(column.name);
    if (it == now.grades.end() && then.grades.count(column.name) == 0) continue;
    int change = it == now.grades.end() ? 0 : it->second.change;
    rows.push_back({{"label", name_of(column)},
                    {"then", {{"grade", grade_in(then.grades, column.name)}}},
                    {"now", {{"grade", grade_in(now.grades, column.name)}}},
                    {"change", change > 0   ? "better"
                               : change < 0 ? "worse"
                                            : ""}});
  }
  auto head = [&](const Inspection& inspection) -> Json {
    const Metadata& m = inspection.report->metadata;
    return {{"title", capitalised(visit_type_words(m.visit_type))},
            {"date", dates_words(m)},
            {"link", site.path("/reports/" + inspection.report->id)}};
  };
  return {{"first", head(then)},
          {"second", head(now)},
          {"rows", rows},
          {"missing", !now.has_one_before}};
}

// ---- Topics ---------------------------------------------------------------------------------

// Topics that passages of its reports find a strength, or a weakness, in.
Json topics_with(const char* finding, const std::string& name, const Site& site,
                 Searcher* searcher) {
  constexpr size_t kMost = 10;
  SearchRequest request;
  request.filters = {{"authority", name}, {"finding", finding}};
  auto counts = counts_by(searcher, request, *find_field("topic"));
  if (!counts) return Json::array();
  std::stable_sort(counts->begin(), counts->end(),
                   [](const ValueCount& a, const ValueCount& b) { return a.reports > b.reports; });
  Json view = Json::array();
  for (const ValueCount& count : *counts)
    if (count.reports > 0 && view.size() < kMost)
      view.push_back({{"label", value_label("topic", count.value)},
                      {"count", counted_with_commas(count.reports, "report")},
                      {"link", Parameters({{"authority", name},
                                           {"topic", count.value},
                                           {"finding", finding},
                                           {"sort", "newest"}})
                                   .link(site.path("/search"))}});
  return view;
}

void add_topics(const std::string& name, const Site& site, Searcher* searcher, Json* view) {
  for (const auto& [key, finding] :
       {std::pair("criticised", "weakness"), {"praised", "strength"}}) {
    (*view)[key] = topics_with(finding, name, site, searcher);
    (*view)["has_" + std::string(key)] = !(*view)[key].empty();
  }
}

// ---- The time line --------------------------------------------------------------------------

Json timeline_of(const std::vector<ReportHit>& hits, const Site& site) {
  std::vector<Moment> moments;
  for (const ReportHit& hit : hits) {
    const Metadata& m = hit.report.metadata;
    auto day = parse_iso_date(m.inspection_end.value_or(m.published.value_or("")));
    if (!day || m.kind == "article") continue;
    Json grade = grade_view(m);
    moments.push_back({in_years(*day), grade["kind"].get<std::string>(),
                       dates_words(m) + ", " + visit_type_words(m.visit_type) + ": " +
                           grade["words"].get<std::string>(),
                       site.path("/reports/" + hit.report.id)});
  }
  return moments.size() < 2 ? Json() : timeline_view(moments);
}

Json counts_view(const SearchResults& results, const std::string& name, const Site& site) {
  Json counts = Json::array();
  for (const Facet& facet : results.facets)
    for (const FacetValue& value : facet.values)
      if (const OneValue one = one_value(facet.name, value.value); value.count > 0)
        counts.push_back(
            {{"label", one.label},
             {"count", with_commas(value.count)},
             {"link",
              Parameters({{"authority", name}, {"type", one.typed}}).link(site.path("/search"))}});
  return counts;
}

// Authorities that the table does not have, such as those of sample reports, are found by name.
void add_what_is_known(const std::string& name, const Site& site, Json* view) {
  const Authorities& table = Authorities::builtin();
  const Authority* authority = table.find(name);
  if (authority == nullptr) return;
  (*view)["region"] = authority->region;
  auto search_in = [&](std::string_view group) {
    return Parameters({{"authority", std::string(group) + authority->name}})
        .link(site.path("/search"));
  };
  (*view)["search_region"] = search_in(kRegionOf);
  const Result<Neighbours>& neighbours = Neighbours::of_this_machine();
  const bool known = neighbours && neighbours->find(authority->name) != nullptr;
  (*view)["search_neighbours"] = known ? search_in(kNeighboursOf) : "";
  (*view)["code"] = authority->code;
  const std::string until = authority->to ? date_words(*authority->to) : "";
  const bool ended = has_ended(*authority, current_date());
  const bool begun = !authority->from || *authority->from <= to_iso(current_date());
  (*view)["until"] =
      until.empty() ? "" : fmt::format("{} until {}", ended ? "existed" : "exists", until);
  (*view)["belongs"] = ended ? "now belongs" : "will then belong";
  (*view)["took_over"] =
      begun ? "It took over" : "It " + begun_in_words(*authority, current_date());
  (*view)["since"] = authority->from.value_or("");
  (*view)["successors"] = related_view(table.successors(*authority), site);
  (*view)["has_successors"] = !(*view)["successors"].empty();
  (*view)["predecessors"] = related_view(table.predecessors_of(*authority), site);
  (*view)["has_predecessors"] = !(*view)["predecessors"].empty();
}

}  // namespace

HttpResponse no_such_authority(const std::string& typed, const Site& site) {
  constexpr size_t kNear = 5;
  Links meant;
  for (const std::string& name : Authorities::builtin().nearest(typed, kNear))
    meant.emplace_back(name, authority_address(name, site));
  meant.emplace_back("All authorities, in the overview", site.path("/overview#by-authority"));
  return not_found_page(fmt::format("There is no authority “{}”.", typed), site, meant);
}

std::string authority_address(const std::string& name, const Site& site) {
  return site.path("/authorities/" + percent_encoded(name, false));
}

HttpResponse authority_page(const std::string& typed, const Site& site, Searcher* searcher) {
  const std::string usual = Authorities::builtin().usual_name(typed);
  std::string name = usual.empty() ? typed : usual;
  SearchRequest request = of_authority(name);
  request.facets = {"visit_type"};
  auto results = searcher->search(request);
  if (!results && results.error().code == ErrorCode::kUsage) return no_such_authority(typed, site);
  if (!results) return error_answer(results.error(), false, site);
  if (!results->hits.empty()) name = results->hits.front().report.metadata.authority;
  Json view = page_view(site, name);
  view["heading"] = name;
  view["total"] = counted_with_commas(results->total_reports, "document");
  view["any"] = !results->hits.empty();
  view["history"] = history_view(results->hits, site);
  const Recommendations recommendations = recommendations_of(name, site, searcher);
  view["recommendations"] = recommendations.sides;
  view["last"] = recommendations.last;
  view["since_last"] = since_last_address(name, site);
  view["has_recommendations"] = !view["recommendations"].empty();
  view["one_document"] = view["recommendations"].size() == 1;
  view["has_send"] = std::ranges::any_of(results->hits, has_send_outcome);
  view["timeline"] = timeline_of(results->hits, site);
  view["compared"] = then_and_now(inspections_of(results->hits), site);
  add_topics(name, site, searcher, &view);
  view["counts"] = counts_view(*results, name, site);
  view["search"] = Parameters({{"authority", name}}).link(site.path("/search"));
  view["feed"] = Parameters({{"authority", name}}).link(site.path("/feed.atom"));
  add_what_is_known(name, site, &view);
  return index_page("authority", view, searcher);
}

}  // namespace ofsearch::web
