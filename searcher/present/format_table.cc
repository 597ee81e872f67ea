// A table (searcher/results/table.h) for people at a terminal, as Markdown, and as data.
#include "common/files/csv.h"
#include "common/records/report_json.h"
#include "common/terminal/columns.h"
#include "common/text/characters.h"
#include "common/text/harmless.h"
#include "searcher/present/formatter.h"
#include "searcher/present/text_table.h"
#include "searcher/present/words/escaped.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace ofsearch {
namespace {

using Indices = std::vector<size_t>;
using Strings = std::vector<std::string>;

// ---- Data ----------------------------------------------------------------------------------

Json cell_json(const TableCell& cell, const TableColumn& column) {
  if (cell.has_number)
    return column.kind == TableColumn::Kind::kNumber ? Json(static_cast<long>(cell.number))
                                                     : Json(cell.number);
  return cell.text.empty() ? Json() : Json(cell.text);
}

Json row_json(const Table& table, const TableRow& row) {
  Json json = Json::object();
  if (!row.group.empty()) json["group"] = row.group;
  for (size_t i : columns_for(table, TableColumn::Use::kPeople)) {
    json[table.columns[i].name] = cell_json(row.cells[i], table.columns[i]);
    if (row.cells[i].change == 0) continue;
    if (!json.contains("changes")) json["changes"] = Json::object();
    json["changes"][table.columns[i].name] = row.cells[i].change > 0 ? "better" : "worse";
  }
  return json;
}

}  // namespace

void table_text(const Table& table, const OutputOptions& options, std::ostream& out) {
  out << (options.colour ? "\033[1m" : "") << wrapped(printable(table.title), options.width)
      << (options.colour ? "\033[0m" : "") << "\n";
  if (!table.rows.empty()) {
    out << "\n";
    print_rows(table, options, out);
  }
  const Strings notes = all_notes(table, true);
  if (!notes.empty()) out << "\n";
  for (const std::string& note : notes)
    out << wrapped(printable(note), options.width, "", "   ") << "\n";
}

void table_json(const Table& table, const OutputOptions&, std::ostream& out) {
  Json json = Json::object();
  json["version"] = kJsonVersion;
  json["table"] = table.name;
  json["title"] = table.title;
  json["rows"] = Json::array();
  for (const TableRow& row : table.rows) json["rows"].push_back(row_json(table, row));
  json["notes"] = Json::array();
  for (const std::string& note : notes_of_data(table)) json["notes"].push_back(note);
  if (!table.missing_shards.empty()) json["missing_shards"] = table.missing_shards;
  out << json_text(json) << "\n";
}

void table_jsonl(const Table& table, const OutputOptions&, std::ostream& out) {
  for (const TableRow& row : table.rows) out << json_text(row_json(table, row)) << "\n";
}

void table_csv(const Table& table, const OutputOptions&, std::ostream& out) {
  const Indices indices = columns_for(table, TableColumn::Use::kPeople);
  const bool grouped = is_grouped(table);
  std::vector<std::string> cells;
  if (grouped) cells.emplace_back("group");
  for (size_t i : indices) cells.push_back(table.columns[i].name);
  out << csv_line(cells);
  for (const TableRow& row : table.rows) {
    cells.clear();
    if (grouped) cells.push_back(row.group);
    for (size_t i : indices) cells.push_back(shown(row.cells[i], table.columns[i], false));
    out << csv_line(cells);
  }
}

void table_csv_excel(const Table& table, const OutputOptions& options, std::ostream& out) {
  out << kByteOrderMark;
  table_csv(table, options, out);
}

void table_markdown(const Table& table, const OutputOptions&, std::ostream& out) {
  const Indices indices = columns_for(table, TableColumn::Use::kData);
  out << "# " << markdown_escaped(table.title) << "\n";
  std::string group = "\n";  // none has it: the first row begins a table
  for (const TableRow& row : table.rows) {
    if (row.group != group) {
      group = row.group;
      out << (group.empty() ? "" : "\n## " + markdown_escaped(group) + "\n") << "\n|";
      for (size_t i : indices) out << " " << markdown_escaped(table.columns[i].head) << " |";
      out << "\n|";
      for (size_t i : indices)
        out << (is_right_aligned(table.columns[i], false) ? " ---: |" : " --- |");
      out << "\n";
    }
    out << "|";
    for (size_t i : indices)
      out << " " << markdown_escaped(painted(row.cells[i], table.columns[i], 0, false).text)
          << " |";
    out << "\n";
  }
  const Strings notes = all_notes(table, true);
  if (!notes.empty()) out << "\n";
  for (const std::string& note : notes) out << "- " << markdown_escaped(note) << "\n";
  out << "\n" << kAttribution;
}

}  // namespace ofsearch
