// Makes table rows on a page with layout: cells beside each other become one line.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Returns the lines of a page, with lines beside each other joined:
// - the pieces of one printed line, and a paragraph number or bullet and the text after it, are
//   joined by a space;
// - the cells of one table row are joined by tabs, the lines within a cell by spaces:
//       The experiences of children     Requires             "The experiences of children in
//       in care                         improvement     ->    care\tRequires improvement"
// Only short cells that follow each other in reading order are joined; columns of running text stay
// as they are. `body_size` is the font size of most of the text, in points.
std::vector<Line> join_rows(const std::vector<Line>& lines, double body_size);

}  // namespace ofsearch
