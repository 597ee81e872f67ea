// Groups paragraphs into sections with headings, and cuts sections into passages, the unit of
// search.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Paragraphs before the first heading form a section without a heading. Headings inside a table of
// contents stay in its section. A heading with nothing below it, such as a name under a signature,
// becomes a paragraph, so that no words are lost. A grade at the end of a heading ("...: good")
// moves to Section::grade.
std::vector<Section> find_sections(const std::vector<Paragraph>& paragraphs);

struct PassageLimits {
  size_t longest = 1500;  // bytes; a longer paragraph is split at sentence ends,
                          // a sentence four times as long at a space
  size_t shortest = 60;   // bytes; a shorter paragraph joins its neighbour in the section
};

// Returns the passages in reading order, numbered from 1. The rows of a table are lines of one
// passage. No passage crosses the end of a section.
std::vector<Passage> make_passages(const std::vector<Section>& sections,
                                   const PassageLimits& limits = {});

}  // namespace ofsearch
