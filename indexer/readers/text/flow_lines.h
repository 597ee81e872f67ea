// Lines of formats whose text flows (HTML, DOCX, ODT), and which of them are one paragraph.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

struct FlowLine {
  // Lines that only a break within a paragraph parts (<br>) share their block.
  Line line;
  bool after_gap = false;  // an empty paragraph or a rule stands before it
  size_t link_bytes = 0;   // that of its text
};

// Takes out headings such as "Related links" with the links under them.
void drop_link_lists(std::vector<FlowLine>* lines);

// Takes the marks of headings away if a program makes headings of most of the text, as it then
// marks none; and from a line longer than a heading can be.
void distrust_headings(const std::vector<Line*>& lines);

// Numbers the blocks anew and returns the lines: those of one paragraph share a block, whether a
// break, a paragraph or a division was put at the end of every printed line; others have each a
// block of its own. Distrusts headings.
std::vector<Line> group_paragraphs(std::vector<FlowLine> lines);

}  // namespace ofsearch
