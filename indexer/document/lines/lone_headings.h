// Lines of plain text that look like headings and are none, as there is nothing below them.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Makes text of headings that were told by their looks alone: at the end of a document all but the
// first of several, or a single one; within it, of four or more in a row, all but the first and the
// last, which heads what follows. A document's first headings are its title page, and stay.
void unmake_lone_headings(std::vector<Paragraph>* paragraphs);

}  // namespace ofsearch
