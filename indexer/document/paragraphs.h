// From lines to paragraphs.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

struct JoinOptions {
  bool has_layout = false;    // decide by position, font and weight
  bool hard_wrapped = false;  // a line's end is not a paragraph's end
};

// Rejoins the lines of `pages` (clean, without furniture) to paragraphs, in reading order and over
// page ends. A hyphen at a line's end is kept and the next line put behind it without a space:
// report authors write "multi-agency" and never part a word by a soft hyphen.
std::vector<Paragraph> join_paragraphs(const std::vector<Page>& pages, JoinOptions options);

}  // namespace ofsearch
