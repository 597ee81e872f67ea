// A table (searcher/table.h) for people at a terminal, as Markdown, and as data.
#include "common/report/report_json.h"
#include "common/system/csv.h"
#include "common/text/characters.h"
#include "common/text/columns.h"
#include "common/text/harmless.h"
#include "searcher/present/formatter.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace ofsearch {
namespace {

constexpr int kJsonVersion = 1;

using Indices = std::vector<size_t>;

Indices columns_for(const Table& table, TableColumn::Use not_for) {
  Indices indices;
  for (size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].use != not_for) indices.push_back(i);
  return indices;
}

// ---- Text ----------------------------------------------------------------------------------

constexpr size_t kGap = 2;
constexpr size_t kBarColumns = 20;
constexpr size_t kWidestCell = 40;

struct Painted {
  std::string text;  // with colours
  size_t width = 0;  // columns
};

std::string_view arrow(int change) {
  return change > 0 ? "↑" : change < 0 ? "↓" : "";
}

std::string bar(double share) {
  std::string text;
  for (auto i = static_cast<size_t>(share * kBarColumns + 0.5); i > 0; --i) text += "▇";
  return text;
}

std::string coloured(const std::string& text, int change, bool colour) {
  if (!colour || change == 0) return text;
  return fmt::format("{}{}\033[0m", change > 0 ? "\033[32m" : "\033[31m", text);
}

Painted painted(const TableCell& cell, const TableColumn& column, bool with_bar, bool colour) {
  std::string text = printable(shown(cell, column, true));
  if (!cell.mark.empty()) text += fmt::format(" ({})", cell.mark);
  if (cell.change != 0) text += fmt::format(" {}", arrow(cell.change));
  if (with_bar && cell.has_number) text = fmt::format("{:>5} {}", text, bar(cell.number));
  size_t width = columns(text);
  return {coloured(text, cell.change, colour), width};
}

bool is_right_aligned(const TableColumn& column, bool with_bar) {
  return !with_bar &&
         (column.kind == TableColumn::Kind::kNumber || column.kind == TableColumn::Kind::kShare);
}

class TextTable {
 public:
  TextTable(const Table& table, const OutputOptions& options)
      : table_(table), options_(options), shown_(columns_for(table, TableColumn::Use::kData)) {
    std::erase_if(shown_, [&](size_t i) { return is_prose(i); });
    for (size_t i : shown_) {
      size_t width = columns(table.columns[i].head);
      for (const TableRow& row : table.rows) width = std::max(width, cell(row, i).width);
      widths_.push_back(std::min(width, kWidestCell) + kGap);
    }
  }

  // Columns that do not fit stand below each row, named, where they have something to say.
  void print(std::ostream& out) {
    size_t in_line = columns_in_line();
    if (in_line < shown_.size() && table_.side_by_side && narrow_columns()) in_line = shown_.size();
    if (in_line < std::min(kLeastInLine, shown_.size()))
      print_rows(0, out);
    else
      print_rows(in_line, out);
  }

 private:
  Painted cell(const TableRow& row, size_t i) const {
    return painted(row.cells[i], table_.columns[i], has_bar(i), options_.colour);
  }
  bool is_prose(size_t i) const { return table_.columns[i].kind == TableColumn::Kind::kProse; }
  bool has_bar(size_t i) const { return table_.columns[i].name == table_.bars_of; }

  size_t columns_in_line() const {
    size_t width = 0, count = 0;
    while (count < widths_.size() && width + widths_[count] <= options_.width + kGap)
      width += widths_[count++];
    return count;
  }

  // All but the first get the same room, if that is enough for words.
  bool narrow_columns() {
    constexpr size_t kLeastWords = 18;  // an id and the gap
    if (shown_.size() < 2 || widths_[0] >= options_.width) return false;
    const size_t each = (options_.width + kGap - widths_[0]) / (shown_.size() - 1);
    if (each < kLeastWords) return false;
    for (size_t k = 1; k < widths_.size(); ++k) widths_[k] = std::min(widths_[k], each);
    return true;
  }

  std::string dimmed(const std::string& text) const {
    return options_.colour ? "\033[2m" + text + "\033[0m" : text;
  }
  std::string bold(const std::string& text) const {
    return options_.colour ? "\033[1m" + text + "\033[0m" : text;
  }

  static std::string without_blanks_at_end(std::string line) {
    line.resize(line.find_last_not_of(' ') + 1);
    return line;
  }

  static std::string placed(const Painted& cell, size_t width, bool right) {
    std::string blanks(width - kGap > cell.width ? width - kGap - cell.width : 0, ' ');
    std::string gap(kGap, ' ');
    return right ? blanks + cell.text + gap : cell.text + blanks + gap;
  }

  // The first `in_line` columns under their heads, the others below; with none, all below the first
  // cell.
  void print_rows(size_t in_line, std::ostream& out) const {
    if (in_line > 0) out << dimmed(line_of_heads(in_line)) << "\n";
    std::string group;
    for (const TableRow& row : table_.rows) {
      print_group(row, &group, in_line, out);
      out << (in_line > 0 ? line_of(row, in_line) : bold(cell(row, shown_.front()).text)) << "\n";
      print_prose(row, out);
      const std::vector<std::string> rest = named_cells(row, std::max<size_t>(in_line, 1));
      if (!rest.empty()) out << wrapped_items(rest, options_.width, kIndent, kIndent) << "\n";
    }
  }

  std::string line_of_heads(size_t count) const {
    std::string line;
    for (size_t k = 0; k < count; ++k) {
      const TableColumn& column = table_.columns[shown_[k]];
      line += placed({column.head, columns(column.head)}, widths_[k],
                     is_right_aligned(column, has_bar(shown_[k])));
    }
    return without_blanks_at_end(line);
  }

  std::string line_of(const TableRow& row, size_t count) const {
    if (table_.side_by_side) return lines_of(row, count);
    std::string line;
    for (size_t k = 0; k < count; ++k)
      line += placed(cell(row, shown_[k]), widths_[k],
                     is_right_aligned(table_.columns[shown_[k]], has_bar(shown_[k])));
    return without_blanks_at_end(line);
  }

  // The same with each cell broken into lines of its column.
  std::string lines_of(const TableRow& row, size_t count) const {
    std::vector<std::string> lines;
    size_t width = 0;  // of the columns before
    for (size_t k = 0; k < count; width += widths_[k++]) {
      const TableCell& cell = row.cells[shown_[k]];
      const std::string text =
          wrapped(painted(cell, table_.columns[shown_[k]], false, false).text, widths_[k] - kGap);
      std::istringstream broken(text);
      size_t i = 0;
      for (std::string part; std::getline(broken, part); ++i) {
        if (i == lines.size()) lines.emplace_back();
        lines[i] = padded(lines[i], width) + coloured(part, cell.change, options_.colour);
      }
    }
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
  }

  void print_prose(const TableRow& row, std::ostream& out) const {
    for (size_t i = 0; i < row.cells.size(); ++i)
      if (is_prose(i) && !row.cells[i].text.empty())
        out << wrapped(cells_apart(row.cells[i].text), options_.width, "    ") << "\n";
  }

  // "standing: good;" of the columns from `first` on.
  std::vector<std::string> named_cells(const TableRow& row, size_t first) const {
    std::vector<std::string> items;
    for (size_t k = first; k < shown_.size(); ++k) {
      const Painted painted = cell(row, shown_[k]);
      if (painted.width == 0) continue;
      const std::string& head = table_.columns[shown_[k]].head;
      add_item(fmt::format("{}{}{};", head, head.empty() ? "" : ": ", trimmed(painted.text)),
               columns(head) + painted.width, &items);
    }
    if (!items.empty()) items.back().pop_back();
    return items;
  }

  // What is longer than a line is broken between its words. Coloured are grades only, which are
  // short.
  void add_item(const std::string& text, size_t width, std::vector<std::string>* items) const {
    constexpr size_t kSigns = 3;  // ": " and ";"
    if (width + kSigns + kIndent.size() <= options_.width) {
      items->push_back(text);
      return;
    }
    for (std::string_view word : split(text, ' '))
      if (!word.empty()) items->emplace_back(word);
  }

  void print_group(const TableRow& row, std::string* group, size_t in_line,
                   std::ostream& out) const {
    if (row.group == *group) return;
    const bool under_title = group->empty() && &row == &table_.rows.front() && in_line == 0;
    *group = row.group;
    out << (under_title ? "" : "\n") << bold(wrapped(printable(row.group), options_.width)) << "\n";
  }

  static constexpr size_t kLeastInLine = 3;
  static constexpr std::string_view kIndent = "    ";  // of what stands below a row

  const Table& table_;
  const OutputOptions& options_;
  Indices shown_;
  std::vector<size_t> widths_;
};

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

std::string dump(const Json& json) {
  return harmless_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

// Signs that Markdown would take for its own.
std::string markdown_cell(const std::string& text) {
  std::string out;
  for (char c : printable(text)) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

}  // namespace

void table_text(const Table& table, const OutputOptions& options, std::ostream& out) {
  out << (options.colour ? "\033[1m" : "") << wrapped(printable(table.title), options.width)
      << (options.colour ? "\033[0m" : "") << "\n";
  if (!table.rows.empty()) {
    out << "\n";
    TextTable(table, options).print(out);
  }
  if (!table.notes.empty()) out << "\n";
  for (const std::string& note : table.notes)
    out << wrapped(printable(note), options.width, "", "   ") << "\n";
}

void table_json(const Table& table, const OutputOptions&, std::ostream& out) {
  Json json = Json::object();
  json["version"] = kJsonVersion;
  json["table"] = table.name;
  json["title"] = table.title;
  json["rows"] = Json::array();
  for (const TableRow& row : table.rows) json["rows"].push_back(row_json(table, row));
  json["notes"] = table.notes;
  out << dump(json) << "\n";
}

void table_jsonl(const Table& table, const OutputOptions&, std::ostream& out) {
  for (const TableRow& row : table.rows) out << dump(row_json(table, row)) << "\n";
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
  out << "# " << markdown_cell(table.title) << "\n";
  std::string group = "\n";  // none has it: the first row begins a table
  for (const TableRow& row : table.rows) {
    if (row.group != group) {
      group = row.group;
      out << (group.empty() ? "" : "\n## " + markdown_cell(group) + "\n") << "\n|";
      for (size_t i : indices) out << " " << markdown_cell(table.columns[i].head) << " |";
      out << "\n|";
      for (size_t i : indices)
        out << (is_right_aligned(table.columns[i], false) ? " ---: |" : " --- |");
      out << "\n";
    }
    out << "|";
    for (size_t i : indices)
      out << " " << markdown_cell(painted(row.cells[i], table.columns[i], false, false).text)
          << " |";
    out << "\n";
  }
  if (!table.notes.empty()) out << "\n";
  for (const std::string& note : table.notes) out << "- " << markdown_cell(note) << "\n";
  out << "\n" << kAttribution;
}

}  // namespace ofsearch
