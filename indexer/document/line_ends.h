// Words that a line's end has broken.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Puts together, on the line where they begin, words that are broken at its end by a hyphen of any
// kind (-, U+2010, U+2011) or a soft hyphen (U+00AD):
// - a soft hyphen at a line's end always joins; other signs of this kind are gone by then;
// - a hyphen is dropped where the joined word stands elsewhere in the document and the hyphenated
// one
//   does not, or where the joined word is a common one and its halves are none. Real compounds
//   ("multi-" / "agency") keep theirs.
// "chil-dren" within a line, as text has it that was broken once and set anew, is mended in the
// last case. Hyphens that stay at the end of a line become "-". `pages`: clean lines, no furniture.
void mend_line_ends(std::vector<Page>* pages);

}  // namespace ofsearch
