// Which lines and paragraphs are headings, by their type and their place.
#pragma once

#include "common/report/report.h"
#include "indexer/document/lines/typography.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

// How a document sets its headings.
struct HeadingShapes {
  Typography type;
  bool has_layout = false;
  bool marked = false;  // the format marks them

  bool is_style_of(const Line& line) const;
  // `lines` of the paragraph, and the bytes of the first.
  bool looks_like_heading(const Paragraph& paragraph, size_t lines, size_t first_line) const;
  // A numbered line in heading type is a numbered heading: "2.1 Adoption performance".
  bool is_numbered_heading(const Paragraph& paragraph) const;
  int level_of(const Paragraph& paragraph) const;

 private:
  bool looks_like_plain_heading(const Paragraph& paragraph, size_t lines, size_t first_line) const;
};

// Formats that mark their headings need no guesses, as long as the writer used them.
bool marks_headings(const std::vector<Page>& pages);

// "Inspection of services for children", "and", "Review of the board" are one title, whatever
// the space and the weight between them.
void join_headings(std::vector<Paragraph>* paragraphs, bool has_layout);

// Sub-headings in the type of the text, as reports of 2013 to 2017 group their lists by: a line
// that is no sentence before a list whose items are. Only where there is layout.
void find_subheadings(std::vector<Paragraph>* paragraphs);

}  // namespace ofsearch
