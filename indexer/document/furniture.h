// Removes page furniture: running heads, running footers and page numbers. They are found by their
// place on the page and by repetition.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Removes the furniture from `pages` and returns it, one line of each wording (digits ignored).
// A line is furniture if it is in the top or bottom margin of its page and
// - is a page number that increases with the pages (not "4.", the number of a paragraph),
// - recurs there on half of the pages or, outside the lines of the body, on three, or
// - repeats words of the first page in type smaller than the body's: a footer printed once.
// Nothing else is removed; words that occur on one page only are never
// lost.
std::vector<Line> remove_furniture(std::vector<Page>* pages);

}  // namespace ofsearch
