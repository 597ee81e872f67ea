#include "searcher/evidence/compare.h"

#include "common/dates/typed_date.h"
#include "common/field/authorities/abolished.h"
#include "common/report/grades_before.h"
#include "common/text/nearest.h"
#include "searcher/evidence/counts.h"
#include "searcher/evidence/entries.h"
#include "searcher/evidence/shown_grades.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace ofsearch {
namespace {

// An authority, in a column of its own.
struct Side {
  std::string name;
  Entries entries;
};

// The latest inspection that awards grades; nullptr if there is none.
const Entry* latest_graded(const Entries& entries) {
  for (auto it = entries.rbegin(); it != entries.rend(); ++it)
    if (is_of_inspection(it->report.metadata) && !it->grades.empty()) return &*it;
  return nullptr;
}

std::string year_of(const Metadata& m) {
  return m.year ? std::to_string(*m.year) : "unknown";
}

// "ILACS standard: good; focused visit: front-door" for people, in data with the types' own names.
TableCell what_a_year_brought(const Entries& entries, const std::string& year) {
  TableCell all;
  for (const Entry& entry : entries) {
    const Metadata& m = entry.report.metadata;
    if (year_of(m) != year || !is_of_inspection(m)) continue;
    const TableCell type = type_cell(m);
    const std::string found = m.grade == "none" || m.grade == "unknown"
                                  ? m.send_outcome.value_or(m.focus.value_or(""))
                                  : m.grade;
    const std::string between = all.text.empty() ? "" : "; ";
    const std::string behind = found.empty() ? "" : ": " + found;
    all.text += between + type.text + behind;
    all.short_text += between + (type.short_text.empty() ? type.text : type.short_text) + behind;
  }
  return all;
}

// Adds the row unless no side has anything to say.
void add_row(std::string group, TableCell fact, const std::vector<Side>& sides,
             const std::function<TableCell(const Entries&)>& cell_of, Table* table) {
  TableRow row;
  row.group = std::move(group);
  row.cells.push_back(std::move(fact));
  for (const Side& side : sides) row.cells.push_back(cell_of(side.entries));
  if (std::ranges::any_of(row.cells.begin() + 1, row.cells.end(),
                          [](const TableCell& cell) { return !cell.text.empty(); }))
    table->rows.push_back(std::move(row));
}

TableCell fact_cell(std::string name, std::string_view head) {
  TableCell cell = text_cell(name);
  cell.short_text = head;
  return cell;
}

void add_latest(const std::vector<Side>& sides, Table* table) {
  ShownGrades grades;
  auto add = [&](TableCell fact, const std::function<TableCell(const Entry&)>& cell_of) {
    add_row(
        "latest inspection with grades", std::move(fact), sides,
        [&](const Entries& entries) {
          const Entry* latest = latest_graded(entries);
          return latest == nullptr ? TableCell() : cell_of(*latest);
        },
        table);
  };
  add(text_cell("date"),
      [&](const Entry& entry) { return grades.day_cell(entry.report.metadata); });
  add(fact_cell("visit_type", "type"),
      [](const Entry& entry) { return type_cell(entry.report.metadata); });
  for (const GradeColumn& column : grade_columns())
    add(fact_cell(std::string(column.name), column.head), [&](const Entry& entry) {
      auto it = entry.grades.find(column.name);
      return it == entry.grades.end() ? TableCell() : grades.cell_of(it->second);
    });
  add(text_cell("change"),
      [](const Entry& entry) { return text_cell(change_in_words(entry.grades)); });
  add(text_cell("id"), [](const Entry& entry) { return text_cell(entry.report.id); });
  grades.add_signs(table);
}

// Says whose grades are much older than those beside them, or no longer those in force.
void add_outdated(const std::vector<Side>& sides, Table* table) {
  int newest = 0;
  for (const Side& side : sides)
    if (const Entry* latest = latest_graded(side.entries))
      newest = std::max(newest, latest->report.metadata.year.value_or(0));
  for (const Side& side : sides) {
    const Entry* latest = latest_graded(side.entries);
    if (latest == nullptr || !latest->report.metadata.year) continue;
    const Metadata& graded = latest->report.metadata;
    const Entry* end = side.entries.data() + side.entries.size();
    const bool replaced = std::any_of(latest + 1, end, [&](const Entry& later) {
      return later.report.metadata.standing_grade.value_or(graded.grade) != graded.grade;
    });
    if (replaced)
      table->notes.push_back(fmt::format(
          "{}: a later document names another grade in force than the inspection of {}; the one "
          "that awarded it is not here",
          side.name, *graded.year));
    else if (newest - *graded.year > kLongestBetween)
      table->notes.push_back(fmt::format(
          "{}: the inspection of {} is {} years older than the newest beside it; a later one seems "
          "to be missing here",
          side.name, *graded.year, newest - *graded.year));
  }
}

void add_years(const std::vector<Side>& sides, Table* table) {
  std::set<std::string, std::greater<>> years;
  for (const Side& side : sides)
    for (const Entry& entry : side.entries) years.insert(year_of(entry.report.metadata));
  for (const std::string& year : years)
    add_row(
        "by year", text_cell(year), sides,
        [&](const Entries& entries) { return what_a_year_brought(entries, year); }, table);
}

}  // namespace

Result<Table> compare(Searcher* searcher, const std::vector<std::string>& authorities,
                      const SearchRequest& filters) {
  std::vector<Side> sides;
  std::vector<std::string> names;
  for (const std::string& typed : authorities) {
    Entries entries =
        OF_TRY(entries_of(searcher, typed, Authorities::builtin().find(typed), filters));
    names.push_back(name_of(typed, entries));
    if (std::ranges::count(names, names.back()) > 1)
      return Error{ErrorCode::kUsage, fmt::format("{} is named twice", names.back()),
                   "name each authority once"};
    sides.push_back({names.back(), std::move(entries)});
  }
  Table table;
  table.name = "compare";
  table.side_by_side = true;
  table.title = names.size() == 1
                    ? names.front() + filters_in_title(filters) +
                          ": its latest grades, and what each year brought"
                    : list_in_words(names, "and") + " side by side" + filters_in_title(filters);
  table.columns = {{"fact", "", TableColumn::Kind::kText, TableColumn::Use::kAll}};
  for (const std::string& name : names)
    table.columns.push_back({name, name, TableColumn::Kind::kText, TableColumn::Use::kAll});
  add_latest(sides, &table);
  add_years(sides, &table);
  add_outdated(sides, &table);
  for (size_t i = 0; i < sides.size(); ++i) {
    if (sides[i].entries.empty())
      table.notes.push_back(fmt::format("{}: no document here is about it", names[i]));
    if (std::string note = what_became_of(authorities[i], current_date()); !note.empty())
      table.notes.push_back(std::move(note));
  }
  table.missing_shards = searcher->missing_shards();
  return table;
}

}  // namespace ofsearch
