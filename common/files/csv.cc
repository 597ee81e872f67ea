#include "common/files/csv.h"

#include "common/text/characters.h"
#include "common/text/harmless.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

// A spreadsheet takes a cell that begins with one of these for a formula; a leading tab or line
// end would let one follow. Some readers, this one too, leave out spaces in front, and byte order
// marks, which a file may begin with.
bool looks_like_formula(std::string_view cell) {
  while (cell.starts_with(kByteOrderMark)) cell.remove_prefix(kByteOrderMark.size());
  const size_t first = cell.find_first_not_of(' ');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r\n").find(cell[first]) != std::string_view::npos;
}

// "-0.83" stays one.
bool is_negative_number(std::string_view cell) {
  return cell.size() > 1 && cell[0] == '-' && is_ascii_digit(cell[1]) &&
         is_ascii_digit(cell.back()) &&
         cell.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

std::string csv_cell(std::string_view value) {
  std::string text = printable(value, "\t\r\n");
  if (looks_like_formula(text) && !is_negative_number(text)) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

// Takes the bytes of a table one after the other.
class CsvReader {
 public:
  void take(std::string_view csv) {
    for (size_t i = 0; i < csv.size(); ++i) {
      if (csv[i] == '\n') ++line_;
      if (!quoted_)
        take_bare(csv[i]);
      else if (csv[i] != '"')
        cell_.push_back(csv[i]);
      else if (i + 1 < csv.size() && csv[i + 1] == '"')
        cell_.push_back(csv[++i]);
      else
        quoted_ = false;
    }
  }

  bool quote_is_open() const { return quoted_; }
  size_t line_of_row() const { return row_.line; }

  std::vector<CsvRow> rows() {
    end_row();
    return std::move(rows_);
  }

 private:
  void take_bare(char c) {
    if (c == '"' && trimmed(cell_).empty()) {
      cell_.clear();
      quoted_ = was_quoted_ = true;
    } else if (c == ',') {
      end_cell();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      cell_.push_back(c);
    }
  }

  void end_cell() {
    row_.cells.push_back(was_quoted_ ? cell_ : std::string(trimmed(cell_)));
    cell_.clear();
    was_quoted_ = false;
  }

  void end_row() {
    end_cell();
    bool empty = std::all_of(row_.cells.begin(), row_.cells.end(),
                             [](const std::string& cell) { return cell.empty(); });
    if (!empty) rows_.push_back(row_);
    row_ = {line_, {}};
  }

  std::vector<CsvRow> rows_;
  CsvRow row_{1, {}};
  std::string cell_;
  size_t line_ = 1;
  bool quoted_ = false, was_quoted_ = false;
};

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view csv, std::string_view file_name) {
  if (csv.starts_with(kByteOrderMark)) csv.remove_prefix(kByteOrderMark.size());
  CsvReader reader;
  reader.take(csv);
  if (reader.quote_is_open())
    return Error{
        ErrorCode::kUnreadable,
        fmt::format("{}:{}: a quote is opened and never closed", file_name, reader.line_of_row()),
        "double the quotes inside a quoted cell"};
  return reader.rows();
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
  return line + "\r\n";
}

}  // namespace ofsearch
