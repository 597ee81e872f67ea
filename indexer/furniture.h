// Running heads, running footers and page numbers: found by where they stand and that they recur.
#pragma once

#include <vector>

#include "common/report.h"

namespace ofsearch {

// Takes the furniture out of `pages` and returns it, one line of each wording (digits apart).
// A line is furniture when it stands in the top or bottom margin of its page and is a page number,
// or recurs there on at least three pages or on half of them.
std::vector<Line> remove_furniture(std::vector<Page>* pages);

}  // namespace ofsearch
