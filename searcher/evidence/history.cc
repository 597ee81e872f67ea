#include "searcher/evidence/history.h"

#include "common/dates/typed_date.h"
#include "common/field/authorities/abolished.h"
#include "common/report/grades_before.h"
#include "common/text/counted.h"
#include "common/text/nearest.h"
#include "searcher/evidence/counts.h"
#include "searcher/evidence/entries.h"
#include "searcher/evidence/shown_grades.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

// "grade: looked-after; in_care: looked_after", for data: of which part of the services grades are,
// and under which names they stand in the report.
std::string judged_as(const ColumnGrades& grades) {
  std::string text;
  for (const GradeColumn& column : grade_columns()) {
    auto it = grades.find(column.name);
    if (it == grades.end()) continue;
    const ColumnGrade& grade = it->second;
    if (grade.part.empty() && grade.judged_as == column.name) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", column.name,
                        grade.part.empty() ? grade.judged_as : grade.part);
  }
  return text;
}

// Data have the same columns for every authority.
std::vector<TableColumn> history_columns() {
  using Kind = TableColumn::Kind;
  using Use = TableColumn::Use;
  std::vector<TableColumn> columns = {{"authority", "authority", Kind::kText, Use::kData},
                                      {"date", "date", Kind::kDate, Use::kAll},
                                      {"kind", "kind", Kind::kText, Use::kAll},
                                      {"visit_type", "type", Kind::kText, Use::kAll}};
  for (const GradeColumn& column : grade_columns())
    columns.push_back({std::string(column.name), std::string(column.head), Kind::kText, Use::kAll});
  columns.insert(columns.end(), {{"standing_grade", "standing", Kind::kText, Use::kAll},
                                 {"send_outcome", "SEND outcome", Kind::kText, Use::kAll},
                                 {"focus", "focus", Kind::kText, Use::kAll},
                                 {"change", "change", Kind::kText, Use::kAll},
                                 {"judged_as", "judged as", Kind::kText, Use::kData},
                                 {"date_of", "date of", Kind::kText, Use::kData},
                                 {"title", "title", Kind::kText, Use::kData},
                                 {"id", "id", Kind::kText, Use::kAll},
                                 {"path", "path", Kind::kText, Use::kData},
                                 {"url", "address", Kind::kText, Use::kData}});
  return columns;
}

TableRow history_row(const Entry& entry, ShownGrades* grades) {
  const Metadata& m = entry.report.metadata;
  TableRow row;
  row.cells = {text_cell(m.authority), grades->day_cell(m), text_cell(m.kind), type_cell(m)};
  for (const GradeColumn& column : grade_columns()) {
    auto it = entry.grades.find(column.name);
    if (it == entry.grades.end()) {
      const bool overall = &column == &grade_columns().front();
      row.cells.push_back(text_cell(overall ? m.grade : ""));
      continue;
    }
    row.cells.push_back(grades->cell_of(it->second));
  }
  for (const std::string& text :
       {m.standing_grade.value_or(""), m.send_outcome.value_or(""), m.focus.value_or(""),
        change_in_words(entry.grades), judged_as(entry.grades), std::string(date_of(m)), m.title,
        entry.report.id, entry.report.path, m.url.value_or("")})
    row.cells.push_back(text_cell(text));
  return row;
}

// "Dorset (until it became Dorset)" would say nothing.
std::string until(const Authority& before, const std::string& now) {
  if (before.name == now) return fmt::format("{} (until {})", now, before.to.value_or("then"));
  return fmt::format("{} (until it became {})", before.name, now);
}

constexpr std::string_view kOfIndex =
    "changes are told from the inspections in this index, and so are standing grades that no "
    "document states";

// Says which inspections are not compared for want of the one before.
void add_missing(const std::vector<Entries>& all, Table* table) {
  std::vector<std::string> days;
  for (const Entries& entries : all)
    for (const Entry& entry : entries)
      if (!entry.has_one_before) days.push_back(day_of(entry.report.metadata));
  if (!days.empty())
    table->notes.push_back(fmt::format(
        "not compared with the inspection before, as one between seems to be missing here: {}",
        list_in_words(days, "and")));
}

bool tells_of_an_inspection_before(const Entries& entries) {
  return std::ranges::any_of(entries, [](const Entry& entry) {
    return entry.report.metadata.standing_grade || !change_in_words(entry.grades).empty();
  });
}

}  // namespace

Result<Table> history(Searcher* searcher, const HistoryRequest& request) {
  const Authorities& known = Authorities::builtin();
  const Authority* authority = known.find(request.authority);
  std::vector<Entries> all = {
      OF_TRY(entries_of(searcher, request.authority, authority, request.filters))};
  const std::string name = name_of(request.authority, all.front());
  std::vector<std::string> groups = {""};
  if (authority != nullptr)
    for (const Authority* before : known.predecessors_of(*authority)) {
      groups.push_back(until(*before, name));
      all.push_back(OF_TRY(entries_of(searcher, before->name, before, request.filters)));
    }
  Table table;
  table.name = "history";
  size_t documents = 0;
  for (const Entries& entries : all) documents += entries.size();
  table.title =
      fmt::format("{}{}: {}, {} first", name, filters_in_title(request.filters),
                  counted(documents, "document"), request.newest_first ? "newest" : "oldest");
  table.columns = history_columns();
  ShownGrades grades;
  for (size_t i = 0; i < all.size(); ++i) {
    if (request.newest_first) std::ranges::reverse(all[i]);
    for (const Entry& entry : all[i]) {
      table.rows.push_back(history_row(entry, &grades));
      table.rows.back().group = groups[i];
    }
  }
  hide_empty_columns(&table);
  grades.add_signs(&table);
  if (std::string note = what_became_of(request.authority, current_date()); !note.empty())
    table.notes.push_back(std::move(note));
  add_missing(all, &table);
  if (std::ranges::any_of(all, tells_of_an_inspection_before)) table.notes.emplace_back(kOfIndex);
  table.missing_shards = searcher->missing_shards();
  return table;
}

}  // namespace ofsearch
