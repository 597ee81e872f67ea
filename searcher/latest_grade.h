// The latest overall grade of an authority, for questions how it stands.
#pragma once

#include "searcher/results/results.h"

#include <string>

namespace ofsearch {

// "the latest graded report of Bradford in the index, ILACS standard of 2022-12-02: inadequate".
// `results`: the authority's documents, newest first; empty where none are known.
std::string latest_grade_note(const SearchResults& results);

}  // namespace ofsearch
