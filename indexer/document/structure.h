// Groups paragraphs into sections with headings.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Paragraphs before the first heading form a section without a heading. Headings inside a table of
// contents stay in its section. A heading with nothing below it, such as a name under a signature,
// becomes a paragraph, so that no words are lost. A grade at the end of a heading ("...: good")
// moves to Section::grade.
std::vector<Section> find_sections(const std::vector<Paragraph>& paragraphs);

}  // namespace ofsearch
