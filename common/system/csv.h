// Tables as RFC 4180 has them: a row a line, cells parted by commas.
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

// The rows of `csv` that hold something. A cell in quotes may hold commas, line ends and doubled
// quotes; one without loses the spaces at its ends. A byte order mark in front is passed over.
// Error kUnreadable, with `file_name` and line: a quote that never closes.
Result<std::vector<CsvRow>> read_csv(std::string_view csv, std::string_view file_name);

// In front of a file it tells spreadsheets that the text is UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// One row, with "\r\n" behind it. A cell that a spreadsheet would take for a formula, and that is
// no number, gets an apostrophe in front.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace ofsearch
