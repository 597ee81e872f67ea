#include "indexer/readers/markup/markup_tables.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "indexer/readers/reader.h"

#include <algorithm>
#include <optional>

namespace ofsearch {
namespace {

using Cells = std::vector<std::string>;

std::string as_row(const Cells& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row.append(" ").append(trimmed(cell)).append(" |");
  return row;
}

bool is_blank(const Cells& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return trimmed(cell).empty(); });
}

void add_row(const Cells& cells, std::vector<std::string>* rows) {
  if (!is_blank(cells)) rows->push_back(as_row(cells));
}

// "+------+------+", the head's with "=".
bool is_grid_rule(std::string_view line) {
  line = trimmed(line);
  return line.size() > 4 && line.starts_with('+') && line.ends_with('+') &&
         line.find_first_not_of("+-=:") == std::string_view::npos &&
         line.find_first_of("-=") != std::string_view::npos;
}

bool is_grid_line(std::string_view line) {
  line = trimmed(line);
  return is_grid_rule(line) || (line.size() > 1 && line[0] == '|' && line.back() == '|');
}

// "Requires" / "i" / "mprovement": the converter cut a word that a narrow cell had no room for.
bool is_cut_word(std::string_view before, std::string_view next) {
  size_t begin = before.find_last_of(' ') + 1;
  std::string_view last = before.substr(begin);
  return last.size() == 1 && is_ascii_letter(last[0]) && last != "a" && last != "I" &&
         last != "A" && !next.empty() && is_ascii_letter(next[0]);
}

void append_to_cell(std::string_view part, std::string* cell) {
  part = trimmed(part);
  if (part.empty()) return;
  if (!cell->empty() && !is_cut_word(*cell, part)) cell->push_back(' ');
  cell->append(part);
}

// Rows from the first rule to the last; lines between two rules are one row.
std::vector<std::string> rows_of_grid(const std::vector<std::string_view>& lines) {
  std::vector<std::string> rows;
  Cells cells;
  for (std::string_view line : lines) {
    if (is_grid_rule(line)) {
      add_row(cells, &rows);
      cells.clear();
      continue;
    }
    line = trimmed(line);
    line.remove_prefix(1);
    line.remove_suffix(1);
    std::vector<std::string_view> parts = split(line, '|');
    cells.resize(std::max(cells.size(), parts.size()));
    for (size_t i = 0; i < parts.size(); ++i) append_to_cell(parts[i], &cells[i]);
  }
  add_row(cells, &rows);
  return rows;
}

std::vector<std::string> rows_of_html(std::string_view table) {
  std::vector<std::string> rows;
  Result<ReaderOutput> document =
      read_html("<html><body>" + std::string(table) + "</body></html>", {}, "utf-8");
  if (!document) return rows;
  for (const Page& page : document->pages)
    for (const Line& line : page.lines) {
      Cells cells;
      for (std::string_view cell : split(line.text, '\t')) cells.emplace_back(cell);
      bool row = cells.size() > 1;
      rows.push_back(row ? as_row(cells) : line.text);
    }
  return rows;
}

void print(const std::vector<std::string>& rows, std::string* out) {
  for (const std::string& row : rows) out->append(row).push_back('\n');
}

// The index behind the line that ends the table which begins at `at`; nothing if none does.
std::optional<size_t> end_of_html_table(const std::vector<std::string_view>& lines, size_t at) {
  if (!to_ascii_lower(trimmed(lines[at]).substr(0, 6)).starts_with("<table")) return std::nullopt;
  int depth = 0;
  for (size_t i = at; i < lines.size(); ++i) {
    std::string line = to_ascii_lower(lines[i]);
    for (size_t tag = line.find("<table"); tag != line.npos; tag = line.find("<table", tag + 1))
      ++depth;
    for (size_t tag = line.find("</table"); tag != line.npos; tag = line.find("</table", tag + 1))
      --depth;
    if (depth <= 0) return i + 1;
  }
  return std::nullopt;
}

}  // namespace

std::string with_plain_rows(std::string_view text) {
  if (text.find("<table") == text.npos && text.find("+-") == text.npos &&
      text.find("<TABLE") == text.npos)
    return std::string(text);
  std::vector<std::string_view> lines = split(text, '\n');
  std::string out;
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    if (is_grid_rule(lines[i]))
      while (end < lines.size() && is_grid_line(lines[end])) ++end;
    if (end > i + 2) {
      print(rows_of_grid(
                {lines.begin() + static_cast<long>(i), lines.begin() + static_cast<long>(end)}),
            &out);
      i = end;
    } else if (auto behind = end_of_html_table(lines, i)) {
      std::string table;
      for (; i < *behind; ++i) table.append(lines[i]).push_back('\n');
      print(rows_of_html(table), &out);
    } else {
      out += lines[i];
      if (++i < lines.size()) out.push_back('\n');
    }
  }
  return out;
}

namespace {

// `colspan="2" | Text` -> "Text"
std::string_view without_attributes(std::string_view cell) {
  size_t bar = cell.find('|');
  bool attributes = bar != cell.npos && cell.substr(0, bar).find('=') != cell.npos;
  return attributes ? cell.substr(bar + 1) : cell;
}

}  // namespace

std::vector<std::string> rows_of_wiki_table(const std::vector<std::string_view>& lines) {
  std::vector<std::string> rows;
  Cells cells;
  for (std::string_view line : lines) {
    line = trimmed(line);
    if (line.starts_with("|-") || line.starts_with("|+")) {
      add_row(cells, &rows);
      cells.clear();
      continue;
    }
    if (!line.starts_with('|') && !line.starts_with('!')) {
      if (!cells.empty()) append_to_cell(line, &cells.back());
      continue;
    }
    const std::string_view between = line[0] == '|' ? "||" : "!!";
    for (line.remove_prefix(1);;) {
      size_t end = std::min(line.find(between), line.size());
      cells.emplace_back(without_attributes(line.substr(0, end)));
      if (end == line.size()) break;
      line.remove_prefix(end + between.size());
    }
  }
  add_row(cells, &rows);
  return rows;
}

std::vector<std::string> rows_of_asciidoc_table(const std::vector<std::string_view>& lines) {
  std::vector<std::string> rows;
  Cells cells;
  size_t columns = 0;  // of the first row, which one line holds
  for (std::string_view line : lines) {
    line = trimmed(line);
    if (line.empty()) continue;
    if (columns > 0 && cells.size() >= columns && line.starts_with('|')) {
      add_row(cells, &rows);
      cells.clear();
    }
    std::vector<std::string_view> parts = split(line, '|');
    if (!cells.empty()) append_to_cell(parts[0], &cells.back());
    for (size_t i = 1; i < parts.size(); ++i) cells.emplace_back(parts[i]);
    if (columns == 0) columns = cells.size();
  }
  add_row(cells, &rows);
  return rows;
}

}  // namespace ofsearch
