// Rows of tables on a page with layout: cells that stand beside each other become one line.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// The lines of a page with what stands beside each other put together:
// - the pieces of one printed line, and a paragraph number or bullet with the text behind it,
//   parted by a space;
// - the cells of one row of a table, parted by tabs, each with its own lines joined by spaces:
//       The experiences of children     Requires             "The experiences of children in
//       in care                         improvement     ->    care\tRequires improvement"
// Only cells that follow each other in reading order are put together, and only short ones: columns
// of running text stay as they are. `body_size` is the size of most of the text, in points.
std::vector<Line> join_rows(const std::vector<Line>& lines, double body_size);

}  // namespace ofsearch
