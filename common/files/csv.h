// Reads and writes CSV as in RFC 4180: one row a line, cells separated by commas.
#pragma once

#include "common/system/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct CsvRow {
  size_t line = 0;  // on which it begins, from 1
  std::vector<std::string> cells;
};

// Returns the rows of `csv` (UTF-8) that are not empty. A quoted cell may contain commas, line ends
// and doubled quotes; spaces around an unquoted cell are removed. A byte order mark is skipped.
// Error kUnreadable, with `file_name` and line: a quote that is never closed.
Result<std::vector<CsvRow>> read_csv(std::string_view csv, std::string_view file_name);

// Tells spreadsheets, at the start of a file, that the text is UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Returns one row, ended by "\r
// ". A cell that a spreadsheet would take for a formula, and that is not a number, gets an
// apostrophe in front.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace ofsearch
