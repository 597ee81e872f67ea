// Cells of a table that hold more than one thing, made into cells that hold one.
#pragma once

#include "indexer/metadata/view/view.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

// Trims grade cells: a cell beside a label that begins with a grade and goes on with a stray word
// or two keeps the grade alone.
void trim_grade_cells(std::vector<Cell>* cells);

// Splits "Overall effectiveness: Good", printed as one piece, into a label and a grade in its
// place, also if both go on in the next lines: "... need help and protection Requires" /
// "improvement to be good". In a table whose grades have cells of their own, "...: good" is the
// heading of a section below it. Returns how many were split.
size_t split_joined_cells(std::vector<Cell>* cells);

}  // namespace ofsearch
