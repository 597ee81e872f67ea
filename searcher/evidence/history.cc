#include "searcher/evidence/history.h"

#include "common/dates/typed_date.h"
#include "common/field/authorities/abolished.h"
#include "common/field/authorities/authorities.h"
#include "common/report/grades_before.h"
#include "common/report/values.h"
#include "common/text/counted.h"
#include "common/text/nearest.h"
#include "searcher/evidence/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

// What the facts of one document show.
struct Entry {
  Report report;
  ColumnGrades grades;
  bool has_one_before = true;  // false: an inspection between it and the one before it is missing
};

using Entries = std::vector<Entry>;

std::string type_of(const Metadata& m) {
  const VisitType* type = find_visit_type(m.visit_type);
  return std::string(type == nullptr ? m.visit_type : type->label);
}

// A judgement of another scope than the column's, and a grade of another scale.
struct Mark {
  std::string_view sign;
  std::string_view of;  // a judgement or a part of the services; or empty: the scale until 2013
  std::string_view note;
};
constexpr std::array<Mark, 5> kMarks = {{
    {"a", "care_and_leavers", "one judgement on children in care and care leavers (2018 to 2022)"},
    {"b", "looked_after",
     "judged as children looked after and achieving permanence (2013 to 2018)"},
    {"c", "", "adequate, of the scale until 2013, is not the same as requires improvement"},
    {"d", "child-protection",
     "of child protection alone (2012 to 2013): not compared with grades of the whole"},
    {"e", "looked-after",
     "of services for looked after children alone (2013): not compared with grades of the whole"},
}};

// Whether a report is about another authority that had the same name: the old and the new Dorset.
bool is_of_namesake(const Metadata& m, const Authority* authority) {
  return authority != nullptr && !authority->code.empty() && !m.authority_code.empty() &&
         m.authority_code != authority->code;
}

TableCell type_cell(const Metadata& m) {
  TableCell cell = text_cell(m.visit_type);
  cell.short_text = type_of(m);
  return cell;
}

using Ids = std::set<std::string>;

// The ids of the documents of an authority that pass the filters; nothing: all do.
Result<std::optional<Ids>> ids_of(Searcher* searcher, const std::string& name,
                                  const SearchRequest& filters) {
  if (!filters.has_filters()) return std::optional<Ids>();
  Ids ids;
  for (const ReportHit& hit :
       OF_TRY(documents_of(searcher, name, filters, SortOrder::kOldest)).hits)
    ids.insert(hit.report.id);
  return std::optional(std::move(ids));
}

// The documents of one authority, by name, oldest first, each compared with the inspection before,
// whether or not that passes the filters. `known` is its row of the table of authorities, or
// nullptr.
Result<Entries> entries_of(Searcher* searcher, const std::string& name, const Authority* known,
                           const SearchRequest& filters) {
  const std::optional<Ids> wanted = OF_TRY(ids_of(searcher, name, filters));
  SearchRequest everything;
  everything.time_limit = filters.time_limit;
  SearchResults results = OF_TRY(documents_of(searcher, name, everything, SortOrder::kOldest));
  Entries entries;
  GradesBefore before;
  for (ReportHit& hit : results.hits) {
    if (is_of_namesake(hit.report.metadata, known)) continue;
    Entry entry{std::move(hit.report), {}};
    entry.grades = column_grades(entry.report.metadata);
    entry.has_one_before = before.take(entry.report.metadata, &entry.grades);
    if (!wanted || wanted->contains(entry.report.id)) entries.push_back(std::move(entry));
  }
  return entries;
}

std::string mark_of(const ColumnGrade& grade, std::set<std::string_view>* used) {
  std::string signs;
  const Grade* row = find_grade(grade.grade);
  for (const Mark& mark : kMarks) {
    bool applies = mark.of.empty() ? row != nullptr && row->scale == GradeScale::kUntil2013
                                   : grade.judged_as == mark.of || grade.part == mark.of;
    if (!applies) continue;
    signs += (signs.empty() ? "" : ", ") + std::string(mark.sign);
    used->insert(mark.sign);
  }
  return signs;
}

TableCell grade_cell(const ColumnGrade& grade, std::set<std::string_view>* marks) {
  TableCell cell = text_cell(grade.grade);
  cell.change = grade.change;
  cell.mark = mark_of(grade, marks);
  if (const Grade* row = find_grade(grade.grade); row != nullptr && !row->label.empty()) {
    cell.short_text = row->label;
    marks->insert(row->label);
  }
  return cell;
}

void add_signs(const std::set<std::string_view>& used, Table* table) {
  for (const Mark& mark : kMarks)
    if (used.contains(mark.sign))
      table->signs.push_back(fmt::format("{}: {}", mark.sign, mark.note));
  for (const Grade& grade : grades())
    if (!grade.label.empty() && used.contains(grade.label))
      table->signs.push_back(fmt::format("{}: {}", grade.label, grade.name));
}

// "in_care: looked_after", for data: under which names the grades stand in the report.
std::string judged_as(const ColumnGrades& grades) {
  std::string text;
  for (const GradeColumn& column : grade_columns()) {
    auto it = grades.find(column.name);
    if (it == grades.end() || it->second.judged_as == column.name) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", column.name, it->second.judged_as);
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
                                 {"title", "title", Kind::kText, Use::kData},
                                 {"id", "id", Kind::kText, Use::kAll},
                                 {"path", "path", Kind::kText, Use::kData},
                                 {"url", "address", Kind::kText, Use::kData}});
  return columns;
}

TableRow history_row(const Entry& entry, std::set<std::string_view>* marks) {
  const Metadata& m = entry.report.metadata;
  TableRow row;
  row.cells = {text_cell(m.authority), text_cell(day_of(m)), text_cell(m.kind), type_cell(m)};
  for (const GradeColumn& column : grade_columns()) {
    auto it = entry.grades.find(column.name);
    if (it == entry.grades.end()) {
      const bool overall = &column == &grade_columns().front();
      row.cells.push_back(text_cell(overall ? m.grade : ""));
      continue;
    }
    row.cells.push_back(grade_cell(it->second, marks));
  }
  for (const std::string& text :
       {m.standing_grade.value_or(""), m.send_outcome.value_or(""), m.focus.value_or(""),
        change_in_words(entry.grades), judged_as(entry.grades), m.title, entry.report.id,
        entry.report.path, m.url.value_or("")})
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

// As the table of authorities or else the reports write it.
std::string name_of(const std::string& typed, const Entries& entries) {
  const std::string usual = Authorities::builtin().usual_name(typed);
  if (!usual.empty()) return usual;
  return entries.empty() ? typed : entries.front().report.metadata.authority;
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
  table.title = fmt::format("{}: {}, {} first", name, counted(documents, "document"),
                            request.newest_first ? "newest" : "oldest");
  table.columns = history_columns();
  std::set<std::string_view> marks;
  for (size_t i = 0; i < all.size(); ++i) {
    if (request.newest_first) std::ranges::reverse(all[i]);
    for (const Entry& entry : all[i]) {
      table.rows.push_back(history_row(entry, &marks));
      table.rows.back().group = groups[i];
    }
  }
  hide_empty_columns(&table);
  add_signs(marks, &table);
  if (std::string note = what_became_of(request.authority, current_date()); !note.empty())
    table.notes.push_back(std::move(note));
  add_missing(all, &table);
  if (std::ranges::any_of(all, tells_of_an_inspection_before)) table.notes.emplace_back(kOfIndex);
  table.missing_shards = searcher->missing_shards();
  return table;
}

namespace {

// The latest inspection that awards grades.
const Entry* latest_graded(const Entries& entries) {
  for (auto it = entries.rbegin(); it != entries.rend(); ++it)
    if (is_of_inspection(it->report.metadata) && !it->grades.empty()) return &*it;
  return nullptr;
}

std::string year_of(const Metadata& m) {
  return m.year ? std::to_string(*m.year) : "unknown";
}

// "ILACS standard: good; focused visit: front-door" for people, in data with the types' own names.
std::string what_a_year_brought(const Entries& entries, const std::string& year, bool for_people) {
  std::string text;
  for (const Entry& entry : entries) {
    const Metadata& m = entry.report.metadata;
    if (year_of(m) != year || !is_of_inspection(m)) continue;
    std::string found = m.grade == "none" || m.grade == "unknown"
                            ? m.send_outcome.value_or(m.focus.value_or(""))
                            : m.grade;
    text += fmt::format("{}{}{}{}", text.empty() ? "" : "; ",
                        for_people ? type_of(m) : m.visit_type, found.empty() ? "" : ": ", found);
  }
  return text;
}

}  // namespace

Result<Table> compare(Searcher* searcher, const std::vector<std::string>& authorities,
                      const SearchRequest& filters) {
  Table table;
  table.name = "compare";
  table.side_by_side = true;
  table.columns = {{"fact", "", TableColumn::Kind::kText, TableColumn::Use::kAll}};
  std::vector<Entries> all;
  std::set<std::string, std::greater<>> years;
  std::vector<std::string> names;
  for (const std::string& typed : authorities) {
    all.push_back(OF_TRY(entries_of(searcher, typed, Authorities::builtin().find(typed), filters)));
    names.push_back(name_of(typed, all.back()));
    if (std::ranges::count(names, names.back()) > 1)
      return Error{ErrorCode::kUsage, fmt::format("{} is named twice", names.back()),
                   "name each authority once"};
    table.columns.push_back(
        {names.back(), names.back(), TableColumn::Kind::kText, TableColumn::Use::kAll});
    for (const Entry& entry : all.back()) years.insert(year_of(entry.report.metadata));
  }
  table.title = names.size() == 1
                    ? names.front() + ": its latest grades, and what each year brought"
                    : list_in_words(names, "and") + " side by side";
  std::set<std::string_view> marks;
  auto add = [&](TableCell fact, auto cell_of, std::string group) {
    TableRow row;
    row.group = std::move(group);
    row.cells.push_back(std::move(fact));
    for (const Entries& entries : all) row.cells.push_back(cell_of(entries));
    if (std::ranges::any_of(row.cells.begin() + 1, row.cells.end(),
                            [](const TableCell& cell) { return !cell.text.empty(); }))
      table.rows.push_back(std::move(row));
  };
  auto from_latest = [&](auto text_of) {
    return [text_of](const Entries& entries) {
      const Entry* latest = latest_graded(entries);
      return latest == nullptr ? TableCell() : text_of(*latest);
    };
  };
  const std::string kLatest = "latest inspection with grades";
  add(text_cell("date"),
      from_latest([](const Entry& e) { return text_cell(day_of(e.report.metadata)); }), kLatest);
  add({"visit_type", 0, false, 0, "type"},
      from_latest([](const Entry& e) { return type_cell(e.report.metadata); }), kLatest);
  for (const GradeColumn& column : grade_columns())
    add({std::string(column.name), 0, false, 0, std::string(column.head)},
        from_latest([&](const Entry& e) {
          auto it = e.grades.find(column.name);
          if (it == e.grades.end()) return TableCell();
          return grade_cell(it->second, &marks);
        }),
        kLatest);
  add(text_cell("change"),
      from_latest([](const Entry& e) { return text_cell(change_in_words(e.grades)); }), kLatest);
  add(text_cell("id"), from_latest([](const Entry& e) { return text_cell(e.report.id); }), kLatest);
  for (const std::string& year : years)
    add(
        text_cell(year),
        [&](const Entries& entries) {
          TableCell cell = text_cell(what_a_year_brought(entries, year, false));
          cell.short_text = what_a_year_brought(entries, year, true);
          return cell;
        },
        "by year");
  add_signs(marks, &table);
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].empty())
      table.notes.push_back(fmt::format("{}: no document here is about it", names[i]));
    if (std::string note = what_became_of(authorities[i], current_date()); !note.empty())
      table.notes.push_back(std::move(note));
  }
  table.missing_shards = searcher->missing_shards();
  return table;
}

}  // namespace ofsearch
