// Joins lines to paragraphs.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

struct JoinOptions {
  bool has_layout = false;    // decide by position, font and weight
  bool hard_wrapped = false;  // a line's end is not a paragraph's end
};

// Joins the lines of `pages` (clean, without furniture) to paragraphs, in reading order and over
// page ends. A hyphen at the end of a line is kept, and the next line follows without a space: it
// belongs to a compound ("multi-agency"), since mend_line_ends() has rejoined broken words.
std::vector<Paragraph> join_paragraphs(const std::vector<Page>& pages, JoinOptions options);

}  // namespace ofsearch
