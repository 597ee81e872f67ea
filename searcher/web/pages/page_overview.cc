#include "searcher/web/pages/page_overview.h"

#include "common/dates/date.h"
#include "common/dates/typed_date.h"
#include "common/field/authorities/abolished.h"
#include "common/field/authorities/authorities.h"
#include "common/index/fields.h"
#include "common/report/grade_columns.h"
#include "common/report/values.h"
#include "common/text/counted.h"
#include "searcher/evidence/counts.h"
#include "searcher/present/formatter.h"
#include "searcher/web/pages/page_authority.h"
#include "searcher/web/parts/chart.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/middle.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/index_page.h"
#include "searcher/web/parts/query/filter_words.h"
#include "searcher/web/server/query_string.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace ofsearch::web {
namespace {

using Hits = std::vector<ReportHit>;  // oldest first
using Counts = std::map<std::string, size_t>;
using Grid = std::map<std::string, Counts>;  // row, column

Result<Hits> all_reports(Searcher* searcher) {
  SearchRequest request;
  request.sort = SortOrder::kOldest;
  request.limit = kAll;
  request.passages = 0;
  SearchResults results = OF_TRY(searcher->search(request));
  return std::move(results.hits);
}

std::string year_of(const Metadata& m) {
  return m.year ? std::to_string(*m.year) : "";
}

std::string search_link(const Site& site, std::vector<Parameters::Pair> pairs) {
  return Parameters(std::move(pairs)).link(site.path("/search"));
}

// Returns the values as the field lists them, or by name if it lists none.
std::vector<std::string> in_order(const std::set<std::string>& values, const char* field_name) {
  std::vector<std::string> ordered(values.begin(), values.end());
  const std::vector<std::string>& listed = find_field(field_name)->values;
  std::ranges::stable_sort(ordered, {}, [&](const std::string& value) {
    return std::ranges::find(listed, value) - listed.begin();
  });
  return ordered;
}

// A table of counts, each with its list.
Json grid_view(const Grid& grid, const char* row_field, const char* row_option,
               const char* column_field, const char* column_option, const Site& site) {
  std::set<std::string> row_names, column_names;
  for (const auto& [row, counts] : grid) {
    row_names.insert(row);
    for (const auto& [column, count] : counts) column_names.insert(column);
  }
  const std::vector<std::string> columns = in_order(column_names, column_field);
  Json heads = Json::array(), rows = Json::array();
  for (const std::string& column : columns)
    heads.push_back({{"label", one_value(column_field, column).label}});
  for (const std::string& row : in_order(row_names, row_field)) {
    const Counts& counts = grid.at(row);
    const OneValue of_row = one_value(row_field, row);
    Json cells = Json::array();
    for (const std::string& column : columns) {
      auto it = counts.find(column);
      size_t count = it == counts.end() ? 0 : it->second;
      // A value that is not known is in no list.
      bool listed = count > 0 && column != "unknown";
      std::string link =
          listed ? search_link(site, {{row_option, of_row.typed},
                                      {column_option, one_value(column_field, column).typed}})
                 : "";
      cells.push_back({{"count", count == 0 ? "" : with_commas(count)}, {"list", link}});
    }
    rows.push_back({{"label", of_row.label}, {"cells", cells}});
  }
  return {{"columns", heads}, {"rows", rows}};
}

bool is_original(const Metadata& m) {
  return m.kind != "article";
}

Json types_by_year(const Hits& hits, const Site& site) {
  Grid grid;
  for (const ReportHit& hit : hits)
    if (std::string year = year_of(hit.report.metadata); !year.empty())
      ++grid[hit.report.metadata.visit_type][year];
  return grid_view(grid, "visit_type", "type", "year", "year", site);
}

Json focus_by_standing(const Hits& hits, const Site& site) {
  Grid grid;
  for (const ReportHit& hit : hits) {
    const Metadata& m = hit.report.metadata;
    if (m.focus && is_original(m)) ++grid[*m.focus][m.standing_grade.value_or("unknown")];
  }
  return grid_view(grid, "focus", "focus", "standing_grade", "standing-grade", site);
}

// Overall grades of each year, worst below.
Json grades_by_year(const Hits& hits, const Site& site, Json* chart) {
  std::map<std::string, Counts> years;
  for (const ReportHit& hit : hits) {
    const Metadata& m = hit.report.metadata;
    const Grade* grade = find_grade(m.grade);
    if (grade != nullptr && grade->rank > 0 && m.year && is_original(m))
      ++years[year_of(m)][m.grade];
  }
  if (!years.empty())  // those without a grade too
    for (const std::string& year : years_between(years.begin()->first, years.rbegin()->first, {}))
      years[year];
  std::vector<std::string> names = awarded_grade_names();
  std::reverse(names.begin(), names.end());
  std::erase_if(names, [&](const std::string& name) {
    return std::none_of(years.begin(), years.end(),
                        [&](const auto& year) { return year.second.count(name) > 0; });
  });
  std::vector<Column> columns;
  Json rows = Json::array(), heads = Json::array();
  for (const std::string& name : names)
    heads.push_back({{"label", value_label("grade", name)}, {"kind", grade_view(name)["kind"]}});
  for (const auto& [year, counts] : years) {
    Column column{year, {}};
    Json cells = Json::array();
    for (const std::string& name : names) {
      auto it = counts.find(name);
      size_t count = it == counts.end() ? 0 : it->second;
      std::string kind = name;
      std::replace(kind.begin(), kind.end(), ' ', '-');
      column.parts.emplace_back(kind, count);
      std::string link = count == 0 ? ""
                                    : search_link(site, {{"year", year},
                                                         {"grade", name},
                                                         {"kind", "report"},
                                                         {"kind", "letter"},
                                                         {"kind", "unknown"}});
      cells.push_back({{"count", count == 0 ? "" : with_commas(count)}, {"list", link}});
    }
    columns.push_back(std::move(column));
    rows.push_back({{"label", year}, {"cells", cells}});
  }
  *chart = chart_view(columns);
  std::reverse(rows.begin(), rows.end());
  return {{"columns", heads}, {"rows", rows}};
}

// The cells of a row. Years without a visit that follow one another are one cell, the last ones
// none.
Json cells_of(const std::map<std::string, Json>& visits, const std::set<std::string>& years) {
  Json row = Json::array();
  size_t empty = 0;
  for (const std::string& year : years) {
    auto it = visits.find(year);
    if (it == visits.end()) {
      ++empty;
      continue;
    }
    if (empty > 0)
      row.push_back({{"years", empty > 1 ? std::to_string(empty) : ""}, {"visits", Json::array()}});
    row.push_back({{"years", ""}, {"visits", it->second}});
    empty = 0;
  }
  return row;
}

// Every authority, every year: its documents with what they award.
Json authorities_by_year(const Hits& hits, const Site& site) {
  std::map<std::string, std::map<std::string, Json>> grid;
  std::set<std::string> years;
  for (const ReportHit& hit : hits) {
    const Metadata& m = hit.report.metadata;
    if (m.authority == "unknown" || !m.year || !is_original(m)) continue;
    years.insert(year_of(m));
    Json grade = grade_view(m);
    Json& cell = grid[m.authority].try_emplace(year_of(m), Json::array()).first->second;
    cell.push_back({{"kind", grade["kind"]},
                    {"link", site.path("/reports/" + hit.report.id)},
                    {"title", capitalised(visit_type_words(m.visit_type)) + ": " +
                                  grade["words"].get<std::string>()}});
  }
  Json heads = Json::array(), rows = Json::array();
  for (const std::string& year : years) heads.push_back({{"label", year}});
  for (const auto& [authority, visits] : grid)
    rows.push_back({{"label", authority},
                    {"link", authority_address(authority, site)},
                    {"cells", cells_of(visits, years)}});
  return {{"columns", heads}, {"rows", rows}};
}

// Days from the end of the visit to publication, where both are known.
Json publication(const Hits& hits) {
  std::map<std::string, std::vector<int>> years;
  for (const ReportHit& hit : hits) {
    const Metadata& m = hit.report.metadata;
    auto end = m.inspection_end ? parse_iso_date(*m.inspection_end) : std::nullopt;
    auto published = m.published ? parse_iso_date(*m.published) : std::nullopt;
    if (!end || !published || *published < *end || !m.year) continue;
    years[year_of(m)].push_back(days_between(*end, *published));
  }
  Json rows = Json::array();
  for (auto it = years.rbegin(); it != years.rend(); ++it)
    rows.push_back({{"label", it->first},
                    {"count", with_commas(it->second.size())},
                    {"middle", middle_of(it->second)},
                    {"most", *std::max_element(it->second.begin(), it->second.end())}});
  return rows;
}

// Lists the last inspection of each authority that awarded an overall grade, longest ago first.
// Authorities that do not exist any more are left out, as are those inspected since without an
// overall grade. `missing` counts those that are left out because a later report names another
// grade in force: an inspection awarded it that the index lacks.
Json longest_waiting(const Hits& hits, const Site& site, size_t* missing) {
  constexpr size_t kMost = 20;
  std::map<std::string, const ReportHit*> latest;
  std::set<std::string> superseded;
  for (const ReportHit& hit : hits) {
    const Metadata& m = hit.report.metadata;
    const Grade* grade = find_grade(m.grade);
    const Authority* authority = Authorities::builtin().find(m.authority);
    if (m.authority == "unknown" || !is_original(m) ||
        (authority != nullptr && has_ended(*authority, current_date())))
      continue;
    auto before = latest.find(m.authority);
    if (grade != nullptr && grade->rank > 0 && m.inspection_end) {
      latest[m.authority] = &hit;
      superseded.erase(m.authority);
    } else if (judges_all_services(m)) {
      latest.erase(m.authority);
    } else if (before != latest.end() && m.standing_grade &&
               *m.standing_grade != before->second->report.metadata.grade) {
      superseded.insert(m.authority);
    }
  }
  *missing = superseded.size();
  std::vector<const ReportHit*> ordered;
  for (const auto& [authority, hit] : latest)
    if (!superseded.contains(authority)) ordered.push_back(hit);
  std::stable_sort(ordered.begin(), ordered.end(), [](const ReportHit* a, const ReportHit* b) {
    return a->report.metadata.inspection_end < b->report.metadata.inspection_end;
  });
  Json rows = Json::array();
  for (const ReportHit* hit : ordered) {
    const Metadata& m = hit->report.metadata;
    if (rows.size() == kMost) break;
    rows.push_back({{"label", m.authority},
                    {"link", authority_address(m.authority, site)},
                    {"report", site.path("/reports/" + hit->report.id)},
                    {"date", dates_words(m)},
                    {"grade", grade_view(m)}});
  }
  return rows;
}

}  // namespace

HttpResponse overview_page(const Site& site, Searcher* searcher) {
  auto hits = all_reports(searcher);
  if (!hits) return error_answer(hits.error(), false, site);
  Json view = page_view(site, "Overview of all reports");
  view["total"] = counted_with_commas(hits->size(), "report");
  Json chart;
  view["grades"] = grades_by_year(*hits, site, &chart);
  view["chart"] = chart;
  view["types"] = types_by_year(*hits, site);
  view["focus"] = focus_by_standing(*hits, site);
  view["has_focus"] = !view["focus"]["rows"].empty();
  view["grid"] = authorities_by_year(*hits, site);
  view["publication"] = publication(*hits);
  view["has_publication"] = !view["publication"].empty();
  view["has_send"] = std::ranges::any_of(*hits, [](const ReportHit& hit) {
    return hit.report.metadata.send_outcome && is_original(hit.report.metadata);
  });
  size_t missing = 0;
  view["waiting"] = longest_waiting(*hits, site, &missing);
  view["missing"] = missing == 0   ? ""
                    : missing == 1 ? "one authority"
                                   : with_commas(missing) + " authorities";
  view["has_waiting"] = !view["waiting"].empty();
  return index_page("overview", view, searcher);
}

}  // namespace ofsearch::web
