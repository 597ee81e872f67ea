// Lines of plain text that look like headings and are none, as there is nothing below them.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Makes text of headings that were told by their looks alone: at the end of a document, and of
// many in a row within it, of which the last heads what follows. A document's first headings are
// its title page, and stay.
void unmake_lone_headings(std::vector<Paragraph>* paragraphs);

}  // namespace ofsearch
