#include "searcher/evidence/outcomes.h"

#include "common/field/authorities.h"
#include "common/field/neighbours.h"
#include "common/text/characters.h"
#include "searcher/evidence/counts.h"
#include "searcher/evidence/grade_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

// Of the Office for National Statistics.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kRegionCodes = {
    {{"North East", "E12000001"},
     {"North West", "E12000002"},
     {"Yorkshire and The Humber", "E12000003"},
     {"East Midlands", "E12000004"},
     {"West Midlands", "E12000005"},
     {"East of England", "E12000006"},
     {"London", "E12000007"},
     {"South East", "E12000008"},
     {"South West", "E12000009"}}};

std::string region_code(std::string_view region) {
  for (const auto& [name, code] : kRegionCodes)
    if (to_ascii_lower(name) == to_ascii_lower(region)) return std::string(code);
  return {};
}

// The latest of each authority, by its name.
using Latest = std::map<std::string, Report>;

Result<Latest> latest_inspections(Searcher* searcher, const SearchRequest& filters) {
  const SearchRequest request =
      with_only(listing(filters, SortOrder::kNewest), *find_field("visit_type"), "ilacs");
  SearchResults results = OF_TRY(searcher->search(request));
  Latest latest;
  for (ReportHit& hit : results.hits)
    if (is_of_inspection(hit.report.metadata) && hit.report.metadata.authority != "unknown") {
      std::string name = hit.report.metadata.authority;
      latest.try_emplace(std::move(name), std::move(hit.report));
    }
  return latest;
}

std::string overall_of(const Metadata& m) {
  if (m.grade == "none") return "not_reported_post_reform";
  return m.grade == "unknown" ? "data_unreadable" : m.grade;
}

std::string grade_in(const ColumnGrades& grades, std::string_view column) {
  auto it = grades.find(column);
  return it == grades.end() ? "" : it->second.grade;
}

std::string framework_of(const Metadata& m) {
  if (m.visit_type == "ilacs-short") return "short";
  return m.visit_type == "ilacs-standard" ? "standard" : "";
}

// "E06000001; E06000002", as many as have a code.
std::string neighbour_codes(const std::string& authority) {
  const Result<Neighbours>& table = Neighbours::of_this_machine();
  const NeighbourSet* set = table ? table->find(authority) : nullptr;
  std::string codes;
  if (set == nullptr) return codes;
  for (const std::string& name : set->names)
    if (const Authority* known = Authorities::builtin().find(name); known && !known->code.empty())
      codes += (codes.empty() ? "" : "; ") + known->code;
  return codes;
}

std::vector<TableColumn> columns() {
  std::vector<TableColumn> columns;
  for (const char* name : {"urn", "la_code", "region_code", "ltla23cd", "stat_neighbours",
                           "local_authority", "inspection_link", "overall_effectiveness_grade",
                           "inspection_framework", "inspector_name", "inspection_start_date",
                           "inspection_end_date", "publication_date", "impact_of_leaders_grade",
                           "help_and_protection_grade", "in_care_grade", "care_leavers_grade"}) {
    const std::string_view text = name;
    const bool is_date = text.ends_with("_date");
    columns.push_back({name, name, is_date ? TableColumn::Kind::kDate : TableColumn::Kind::kText});
  }
  return columns;
}

TableRow row_of(const Report& report) {
  const Metadata& m = report.metadata;
  const ColumnGrades grades = column_grades(m);
  TableRow row;
  for (const std::string& text :
       {std::string(), std::string(), region_code(m.region), m.authority_code,
        neighbour_codes(m.authority), m.authority, m.url.value_or(""), overall_of(m),
        framework_of(m), m.lead_inspector.value_or(""), m.inspection_start.value_or(""),
        m.inspection_end.value_or(""), m.published.value_or(""), grade_in(grades, "leaders"),
        grade_in(grades, "help_protection"), grade_in(grades, "in_care"),
        grade_in(grades, "care_leavers")})
    row.cells.push_back(text_cell(text));
  return row;
}

// At a terminal a column that no row has anything in would only take room.
void hide_empty_columns(Table* table) {
  for (size_t i = 0; i < table->columns.size(); ++i)
    if (std::ranges::all_of(table->rows,
                            [&](const TableRow& row) { return row.cells[i].text.empty(); }))
      table->columns[i].use = TableColumn::Use::kData;
}

}  // namespace

Result<Table> outcomes(Searcher* searcher, const SearchRequest& filters) {
  const Latest latest = OF_TRY(latest_inspections(searcher, filters));
  Table table;
  table.name = "outcomes";
  table.title = fmt::format("The latest ILACS inspection of {} authorit{}", latest.size(),
                            latest.size() == 1 ? "y" : "ies");
  table.columns = columns();
  for (const auto& [name, report] : latest) table.rows.push_back(row_of(report));
  hide_empty_columns(&table);
  return table;
}

}  // namespace ofsearch
