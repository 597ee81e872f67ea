// Removes page furniture: running heads, running footers and page numbers. They are found by their
// place on the page and by repetition.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Removes the furniture from `pages` and returns it, one line of each wording (digits ignored),
// without the page numbers. A line is furniture if it stands in the top or bottom margin of its
// page (text without a layout: among the first or last three lines) and
// - is a page number ("Page 3"), a bare one only if it counts with the pages (never "4.", the
//   number of a paragraph),
// - recurs there on half of the pages or, outside the lines of the body, on three, or
// - repeats words of the first page in type smaller than the body's: a footer printed once.
// In text without pages a line is furniture if it is a page number between blank lines, one of
// two or more that follow one another; bare ones only with a page of text before each, or in a
// table of contents.
// Nothing else is removed: no other words that occur on one page only, and no figures that do not
// count with the pages.
std::vector<Line> remove_furniture(std::vector<Page>* pages);

}  // namespace ofsearch
