// Lines that were broken to fit a width, and those that end because a paragraph does.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

// Returns true when many lines end at about the same width and go on in the next one of their
// block.
bool is_hard_wrapped(const std::vector<Page>& pages);

// Gives what stands behind a paragraph's last line a block of its own, where no blank line does:
// the last line ends a sentence early, and a short line behind it that is no sentence is a heading.
void part_paragraphs(std::vector<Page>* pages);

// Returns the width, in code points, that the lines of a text are broken at: nine of ten are no
// longer. Lines longer than any printed one do not count.
size_t width_of(const std::vector<const Line*>& lines);

// Tells whether `next` goes on with the paragraph of `line`, by what stands at the end of one and
// at the start of the other and by how much of `width` is filled. Both are without layout, next to
// each other.
bool goes_on(const Line& line, const Line& next, size_t width);

// Tells whether `line` is broken within a sentence that `next` goes on with, beyond doubt.
bool is_broken_sentence(const Line& line, const Line& next);

}  // namespace ofsearch
