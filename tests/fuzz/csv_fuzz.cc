// A table of metadata, as somebody or a spreadsheet wrote it, and as it is written again.
#include "common/files/csv.h"
#include "common/text/harmless.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <string>

namespace ofsearch::fuzz {
namespace {

// As csv_line() shows it: with nothing in it that commands a spreadsheet.
void check(const CsvRow& row) {
  std::string line = csv_line(row.cells);
  require(printable(line, "\t\r\n") == line, "a written line is harmless");
  auto back = read_csv(line, "own.csv");
  require(back && back->size() <= 1, "a written line is one row");
  if (back->empty()) return;
  require(back->front().cells.size() == row.cells.size(), "a written line has as many cells");
  for (const std::string& cell : back->front().cells) {
    const bool is_number = cell.size() > 1 && cell[0] == '-' &&
                           cell.find_first_not_of("0123456789.", 1) == std::string::npos;
    require(
        cell.empty() || is_number || std::string_view("=+-@").find(cell[0]) == std::string::npos,
        "a written cell is no formula");
  }
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::string_view text = fuzz::as_text(data, size);
  auto rows = read_csv(text, "own.csv");
  if (!rows) {
    fuzz::require(rows.error().message.starts_with("own.csv:"), "an error names the line");
    return 0;
  }
  const auto lines = static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  size_t before = 0;
  for (const CsvRow& row : *rows) {
    fuzz::require(row.line > before && row.line <= lines, "rows are counted by lines");
    before = row.line;
    fuzz::require(std::any_of(row.cells.begin(), row.cells.end(),
                              [](const std::string& cell) { return !cell.empty(); }),
                  "a row has something in it");
    fuzz::check(row);
  }
  return 0;
}
