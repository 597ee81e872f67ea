// Rejoins words broken at the end of a line.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Rejoins words that are broken at the end of a line by a hyphen (-, U+2010, U+2011) or a soft
// hyphen (U+00AD). The word is put on the line where it begins.
// - A soft hyphen at the end of a line is always removed.
// - A hyphen is removed if the joined word occurs elsewhere in the document and the hyphenated one
//   does not, or if the joined word is a common word and its halves are not. Compounds ("multi-" /
//   "agency") keep their hyphen.
// The last rule also repairs "chil-dren" within a line: such text was broken once and then set
// again. A hyphen that stays at the end of a line becomes "-". `pages` are clean, without
// furniture.
void mend_line_ends(std::vector<Page>* pages);

}  // namespace ofsearch
