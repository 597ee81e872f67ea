// Running heads, running footers and page numbers: found by where they stand and that they recur.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Takes the furniture out of `pages` and returns it, one line of each wording (digits apart).
// A line is furniture when it stands in the top or bottom margin of its page and
// - is a page number that counts with the pages (never "4.", the number of a paragraph),
// - recurs there on at least three pages or on half of them, outside the lines of the body or on
//   half of the pages, or
// - repeats words of the first page in type smaller than the body's: a footer printed once.
// Nothing else is taken out, and no wording is lost that stands on one page only.
std::vector<Line> remove_furniture(std::vector<Page>* pages);

}  // namespace ofsearch
