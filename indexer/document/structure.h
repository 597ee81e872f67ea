// From paragraphs to headed sections and from sections to passages, the unit of search.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Paragraphs before the first heading come in a section without one. Headings inside a table of
// contents stay in its section; those with nothing under them, as names below a signature, are
// paragraphs, so that no words are lost. A grade printed behind a
// heading ("...: good") moves from the heading to the section's grade.
std::vector<Section> find_sections(const std::vector<Paragraph>& paragraphs);

struct PassageLimits {
  size_t longest = 1500;  // bytes; a longer paragraph is split at sentence ends,
                          // a sentence four times as long at a space
  size_t shortest = 60;   // bytes; a shorter paragraph joins its neighbour in the section
};

// Passages in reading order, the rows of a table as lines of one passage, numbered from 1. None
// crosses a section's end.
std::vector<Passage> make_passages(const std::vector<Section>& sections,
                                   const PassageLimits& limits = {});

}  // namespace ofsearch
