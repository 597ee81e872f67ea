#include "searcher/present/text_table.h"

#include "common/terminal/columns.h"
#include "common/text/characters.h"
#include "common/text/harmless.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace ofsearch {
namespace {

using Indices = std::vector<size_t>;

constexpr size_t kGap = 2;
constexpr size_t kWidestBar = 20, kNarrowestBar = 8;  // of 100 %
constexpr size_t kWidestCell = 40;

std::string_view arrow(int change) {
  return change > 0 ? "↑" : change < 0 ? "↓" : "";
}

std::string drawn(double share, size_t whole) {
  std::string text;
  for (auto i = static_cast<size_t>(share * static_cast<double>(whole) + 0.5); i > 0; --i)
    text += "▇";
  return text;
}

// Blanks in words that are wider than `room`, behind their hyphens, so that lines break there.
std::string broken_at_hyphens(std::string_view text, size_t room) {
  std::string out;
  for (std::string_view word : split(text, ' ')) {
    if (!out.empty()) out += ' ';
    size_t used = 0;
    while (!word.empty()) {
      const std::string_view part = word.substr(0, std::min(word.find('-'), word.size() - 1) + 1);
      if (used > 0 && used + columns(part) > room) {
        out += ' ';
        used = 0;
      }
      out += part;
      used += columns(part);
      word.remove_prefix(part.size());
    }
  }
  return out;
}

std::string coloured(const std::string& text, int change, bool colour) {
  if (!colour || change == 0) return text;
  return fmt::format("{}{}\033[0m", change > 0 ? "\033[32m" : "\033[31m", text);
}

}  // namespace

std::vector<size_t> columns_for(const Table& table, TableColumn::Use not_for) {
  std::vector<size_t> indices;
  for (size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].use != not_for) indices.push_back(i);
  return indices;
}

PaintedCell painted(const TableCell& cell, const TableColumn& column, size_t bar, bool colour) {
  std::string text = printable(shown(cell, column, true));
  if (!cell.mark.empty()) text += fmt::format(" ({})", cell.mark);
  if (cell.change != 0) text += fmt::format(" {}", arrow(cell.change));
  if (bar > 0 && cell.has_number) text = fmt::format("{:>5} {}", text, drawn(cell.number, bar));
  size_t width = columns(text);
  return {coloured(text, cell.change, colour), width};
}

bool is_right_aligned(const TableColumn& column, bool with_bar) {
  return !with_bar &&
         (column.kind == TableColumn::Kind::kNumber || column.kind == TableColumn::Kind::kShare);
}

namespace {

class TextTable {
 public:
  TextTable(const Table& table, const OutputOptions& options)
      : table_(table), options_(options), shown_(columns_for(table, TableColumn::Use::kData)) {
    std::erase_if(shown_, [&](size_t i) { return is_prose(i); });
    measure();
    if (!table.bars_of.empty() && !fit_bars(shown_.size())) fit_bars(columns_up_to_bars());
  }

  // Columns that do not fit stand below each row, named, where they have something to say.
  void print(std::ostream& out) {
    size_t in_line = columns_in_line();
    if (in_line < shown_.size() && table_.side_by_side && narrow_columns()) in_line = shown_.size();
    const size_t least = table_.columns_together ? shown_.size() : kLeastInLine;
    print_rows(in_line < std::min(least, shown_.size()) ? 0 : in_line, out);
  }

 private:
  PaintedCell cell(const TableRow& row, size_t i) const {
    return painted(row.cells[i], table_.columns[i], has_bar(i) ? bar_ : 0, options_.colour);
  }

  void measure() {
    widths_.clear();
    for (size_t i : shown_) {
      size_t width = columns(table_.columns[i].head);
      for (const TableRow& row : table_.rows) width = std::max(width, cell(row, i).width);
      widths_.push_back(std::min(width, kWidestCell) + kGap);
    }
  }

  size_t columns_up_to_bars() const {
    size_t count = 0;
    while (count < shown_.size() && !has_bar(shown_[count])) ++count;
    return std::min(count + 1, shown_.size());
  }

  // Shortens the bars until so many columns fit in a line; false, and bars as they are, if none
  // does.
  bool fit_bars(size_t wanted) {
    for (bar_ = kWidestBar; bar_ >= kNarrowestBar; --bar_) {
      measure();
      if (columns_in_line() >= wanted) return true;
    }
    bar_ = kWidestBar;
    measure();
    return false;
  }
  bool is_prose(size_t i) const { return table_.columns[i].kind == TableColumn::Kind::kProse; }
  bool has_bar(size_t i) const { return table_.columns[i].name == table_.bars_of; }

  size_t columns_in_line() const {
    size_t width = 0, count = 0;
    while (count < widths_.size() && width + widths_[count] <= options_.width + kGap)
      width += widths_[count++];
    return count;
  }

  // Gives all columns but the first the same room, if that is enough for words.
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

  static std::string placed(const PaintedCell& cell, size_t width, bool right) {
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
    if (table_.side_by_side) {
      TableRow heads;
      for (const TableColumn& column : table_.columns)
        heads.cells.push_back(text_cell(column.head));
      return lines_of(heads, count);
    }
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

  // Returns a row with each cell broken into lines of its column.
  std::string lines_of(const TableRow& row, size_t count) const {
    std::vector<std::string> lines;
    size_t width = 0;  // of the columns before
    for (size_t k = 0; k < count; width += widths_[k++]) {
      const TableCell& cell = row.cells[shown_[k]];
      const size_t room = widths_[k] - kGap;
      const std::string text = wrapped(
          broken_at_hyphens(painted(cell, table_.columns[shown_[k]], 0, false).text, room), room);
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
      const PaintedCell painted = cell(row, shown_[k]);
      if (painted.width == 0) continue;
      const std::string& head = table_.columns[shown_[k]].head;
      add_item(fmt::format("{}{}{};", head, head.empty() ? "" : ": ", trimmed(painted.text)),
               columns(head) + painted.width, &items);
    }
    if (!items.empty()) items.back().pop_back();
    return items;
  }

  // Adds an item. One that is longer than a line is broken between its words. Only grades are
  // coloured, and they are short.
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
  size_t bar_ = kWidestBar;
  std::vector<size_t> widths_;
};

}  // namespace

void print_rows(const Table& table, const OutputOptions& options, std::ostream& out) {
  TextTable(table, options).print(out);
}

}  // namespace ofsearch
