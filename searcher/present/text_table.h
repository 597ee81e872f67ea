// A table (searcher/results/table.h) for people at a terminal.
#pragma once

#include "searcher/present/formatter.h"
#include "searcher/results/table.h"

#include <ostream>
#include <string>
#include <vector>

namespace ofsearch {

// Indices of the columns that are shown, all but those that are only `not_for` something else.
std::vector<size_t> columns_for(const Table& table, TableColumn::Use not_for);

// A cell as people read it.
struct PaintedCell {
  std::string text;  // with colours
  size_t width = 0;  // columns
};

// `bar`: the columns that a bar of 100 % takes; 0: none.
PaintedCell painted(const TableCell& cell, const TableColumn& column, size_t bar, bool colour);

bool is_right_aligned(const TableColumn& column, bool with_bar);

// Heads and rows in the width of `options`. Columns that do not fit stand below each row, named.
void print_rows(const Table& table, const OutputOptions& options, std::ostream& out);

}  // namespace ofsearch
