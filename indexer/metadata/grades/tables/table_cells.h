// Finds the lines that may make up a table of judgements, as cells with their places on the page.
#pragma once

#include "indexer/metadata/view/view.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

inline constexpr double kSameColumn = 30;    // points
inline constexpr double kGradeLineGap = 26;  // points between the lines of one broken grade

// Points from the top of the first page, as if each page stood far below the one before.
double top_of(const Cell& cell);
double bottom_of(const Cell& cell);

// Returns where in `words` the grade, or the piece of one, begins that ends them; their size if
// there is none. `open` is the grade before it, which the piece may continue, and becomes this one.
size_t grade_piece_at_end(std::string_view words, std::string* open);

// Tells whether `before` is a line of a sentence that goes on in `cell`.
bool breaks_off_before(const Cell& before, const Cell& cell, bool has_layout);

// Tells whether a line may stand in a table: label, grade, head or a short stray.
bool may_belong(const Cell& cell);

// Returns the cells of the pages on which tables may stand, in the order of their places.
std::vector<Cell> cells_for_tables(const View& view);

}  // namespace ofsearch
