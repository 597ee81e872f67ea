#include "searcher/evidence/outcomes.h"

#include "common/field/authorities/authorities.h"
#include "common/field/authorities/neighbours.h"
#include "common/index/listed_values.h"
#include "common/report/grade_columns.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "searcher/evidence/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace ofsearch {
namespace {

// The codes are those of the Office for National Statistics.
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

const Field& type_field() {
  return *find_field("visit_type");
}

// The types that the filters name; none where there is no such filter.
Result<std::set<std::string>> types_asked_for(const SearchRequest& filters) {
  std::set<std::string> types;
  for (const auto& [name, value] : filters.filters) {
    if (find_field(name) != &type_field()) continue;
    for (const std::string& typed : listed_values(type_field(), value))
      for (std::string& type : expanded_values(type_field(), typed)) types.insert(std::move(type));
  }
  for (const std::string& type : types)
    if (awards_no_grade(type))
      return Error{ErrorCode::kUsage,
                   fmt::format("outcomes are of inspections that award grades, and {} does not",
                               find_visit_type(type)->name),
                   "leave --type out, or give a type such as ilacs-short or sif"};
  return types;
}

bool is_ilacs(const std::set<std::string>& types) {
  const std::vector<std::string> ilacs = expanded_values(type_field(), "ilacs");
  return std::ranges::all_of(types, [&](const std::string& type) {
    return std::ranges::find(ilacs, type) != ilacs.end();
  });
}

// "ILACS inspection", "single inspection (SIF)"
std::string types_in_words(const std::set<std::string>& types) {
  if (is_ilacs(types)) return "ILACS inspection";
  std::vector<std::string> words;
  for (const std::string& type : types) words.emplace_back(find_visit_type(type)->words);
  return list_in_words(words);
}

// The filters that say of which authorities and types, and as of when; the others select among the
// latest.
SearchRequest of_places_and_times(SearchRequest filters) {
  constexpr std::array<std::string_view, 4> kOfThese = {"authority", "region", "year",
                                                        "visit_type"};
  std::erase_if(filters.filters, [&](const auto& filter) {
    const Field* field = find_field(filter.first);
    return field == nullptr || std::ranges::find(kOfThese, field->name) == kOfThese.end();
  });
  filters.indexed_since.reset();
  return filters;
}

// A filter by a type of ILACS selects among the latest too.
Result<Latest> latest_inspections(Searcher* searcher, SearchRequest filters,
                                  const std::set<std::string>& types) {
  filters = listing(std::move(filters), SortOrder::kNewest);
  if (!filters_by(filters, type_field()))
    filters = with_only(std::move(filters), type_field(), "ilacs");
  SearchRequest scope = of_places_and_times(filters);
  if (is_ilacs(types)) scope = with_only(std::move(scope), type_field(), "ilacs");
  SearchResults results = OF_TRY(searcher->search(scope));
  std::set<std::string> passing;
  const SearchResults all_filters = OF_TRY(searcher->search(filters));
  for (const ReportHit& hit : all_filters.hits) passing.insert(hit.report.id);
  Latest latest;
  for (ReportHit& hit : results.hits)
    if (is_of_inspection(hit.report.metadata) && hit.report.metadata.authority != "unknown") {
      std::string name = hit.report.metadata.authority;
      latest.try_emplace(std::move(name), std::move(hit.report));
    }
  std::erase_if(latest, [&](const auto& each) { return !passing.contains(each.second.id); });
  return latest;
}

constexpr std::string_view kNotAwarded = "not_reported_post_reform";
constexpr std::string_view kUnreadable = "data_unreadable";

std::string overall_of(const Metadata& m) {
  if (m.grade == "none") return std::string(kNotAwarded);
  return m.grade == "unknown" ? std::string(kUnreadable) : m.grade;
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

// A column with its head for people. One without a head is for data alone.
struct OutcomeColumn {
  const char *name, *head;
};
constexpr std::array<OutcomeColumn, 17> kColumns = {{{"urn", ""},
                                                     {"la_code", ""},
                                                     {"region_code", ""},
                                                     {"ltla23cd", ""},
                                                     {"stat_neighbours", ""},
                                                     {"local_authority", "authority"},
                                                     {"inspection_link", ""},
                                                     {"overall_effectiveness_grade", "overall"},
                                                     {"inspection_framework", "length"},
                                                     {"inspector_name", ""},
                                                     {"inspection_start_date", ""},
                                                     {"inspection_end_date", "date"},
                                                     {"publication_date", ""},
                                                     {"impact_of_leaders_grade", "leaders"},
                                                     {"help_and_protection_grade", "help"},
                                                     {"in_care_grade", "in care"},
                                                     {"care_leavers_grade", "leavers"}}};

std::vector<TableColumn> columns() {
  std::vector<TableColumn> columns;
  for (const auto& [name, head] : kColumns) {
    const bool is_date = std::string_view(name).ends_with("_date");
    columns.push_back({name, head, is_date ? TableColumn::Kind::kDate : TableColumn::Kind::kText,
                       *head == '\0' ? TableColumn::Use::kData : TableColumn::Use::kAll});
  }
  return columns;
}

// "RI" for people, and no words that only other programs know.
TableCell outcome_cell(const std::string& text) {
  TableCell cell = text_cell(text);
  if (const Grade* grade = find_grade(text); grade != nullptr && !grade->label.empty())
    cell.short_text = grade->label;
  if (text == kNotAwarded) cell.short_text = "none";
  if (text == kUnreadable) cell.short_text = "unknown";
  return cell;
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
    row.cells.push_back(outcome_cell(text));
  return row;
}

bool has_label(const TableRow& row) {
  return std::ranges::any_of(row.cells, [](const TableCell& cell) {
    const Grade* grade = find_grade(cell.text);
    return grade != nullptr && !grade->label.empty() && cell.short_text == grade->label;
  });
}

}  // namespace

Result<Table> outcomes(Searcher* searcher, const SearchRequest& filters) {
  const std::set<std::string> types = OF_TRY(types_asked_for(filters));
  const Latest latest = OF_TRY(latest_inspections(searcher, filters, types));
  Table table;
  table.name = "outcomes";
  table.title = fmt::format("The latest {} of {} authorit{}{}", types_in_words(types),
                            latest.size(), latest.size() == 1 ? "y" : "ies",
                            filters_in_title(without(filters, type_field())));
  table.columns = columns();
  for (const auto& [name, report] : latest) table.rows.push_back(row_of(report));
  hide_empty_columns(&table);
  if (std::ranges::any_of(table.rows, has_label))
    table.signs.push_back({"RI", "requires improvement"});
  table.missing_shards = searcher->missing_shards();
  return table;
}

}  // namespace ofsearch
