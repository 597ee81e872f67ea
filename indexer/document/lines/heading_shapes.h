// Tells which lines and paragraphs are headings, by their type and their place.
#pragma once

#include "common/report/report.h"
#include "indexer/document/lines/typography.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

// The way in which a document sets its headings.
struct HeadingShapes {
  Typography type;
  bool has_layout = false;
  bool marked = false;  // the format marks them

  bool is_style_of(const Line& line) const;
  // Tells whether a paragraph looks like a heading. `lines` counts its lines, and `first_line` the
  // bytes of the first.
  bool looks_like_heading(const Paragraph& paragraph, size_t lines, size_t first_line) const;
  // Tells whether a paragraph is a numbered heading, which is a numbered line in heading type: "2.1
  // Adoption performance".
  bool is_numbered_heading(const Paragraph& paragraph) const;
  int level_of(const Paragraph& paragraph) const;

 private:
  bool looks_like_plain_heading(const Paragraph& paragraph, size_t lines, size_t first_line) const;
};

// Formats that mark their headings need no guesses, as long as the writer used them.
bool marks_headings(const std::vector<Page>& pages);

// Joins headings that are one title, whatever the space and the weight between them: "Inspection of
// services for children", "and", "Review of the board".
void join_headings(std::vector<Paragraph>* paragraphs, bool has_layout);

// Finds sub-headings in the type of the text, by which reports of 2013 to 2017 group their lists.
// Such a sub-heading is a line that is no sentence before a list whose items are. They are found
// only where there is layout.
void find_subheadings(std::vector<Paragraph>* paragraphs);

}  // namespace ofsearch
