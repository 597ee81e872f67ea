// Which lines of a web page are one paragraph.
#pragma once

#include "indexer/readers/html_walker.h"

#include <vector>

namespace ofsearch {

// Takes out headings such as "Related links" with the links under them.
void drop_link_lists(std::vector<HtmlLine>* lines);

// Numbers the blocks anew: lines of one paragraph share a block, whether <br>, <p> or <div> was put
// at the end of every printed line; others have each a block of its own.
void group_paragraphs(std::vector<HtmlLine>* lines);

}  // namespace ofsearch
