// Prints a table (searcher/results/table.h) for people at a terminal.
#pragma once

#include "searcher/present/formatter.h"
#include "searcher/results/table.h"

#include <ostream>
#include <string>
#include <vector>

namespace ofsearch {

// Returns the indices of the columns that are shown: all whose use is not `not_for`.
std::vector<size_t> columns_for(const Table& table, TableColumn::Use not_for);

// A cell as people read it.
struct PaintedCell {
  std::string text;  // with colours
  size_t width = 0;  // columns
};

// Returns a cell as people read it. `bar` is the number of columns that a bar of 100 % takes; 0:
// none.
PaintedCell painted(const TableCell& cell, const TableColumn& column, size_t bar, bool colour);

bool is_right_aligned(const TableColumn& column, bool with_bar);

// Prints heads and rows in the width of `options`. Columns that do not fit stand below each row,
// named.
void print_rows(const Table& table, const OutputOptions& options, std::ostream& out);

}  // namespace ofsearch
