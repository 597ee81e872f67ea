// Says the latest overall grade of an authority, for questions how it stands.
#pragma once

#include "searcher/results/results.h"

#include <string>

namespace ofsearch {

// Returns a sentence: "the latest graded report of Bradford in the index is the ILACS standard of
// 2022-12-02: inadequate". `results` are the authority's documents, newest first. If no inspection
// among them has a grade, the sentence says so; if none is an inspection, it is empty.
std::string latest_grade_note(const SearchResults& results);

}  // namespace ofsearch
