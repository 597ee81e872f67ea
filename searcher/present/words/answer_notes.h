// Says what people should know of an answer beside its results, a sentence each.
#pragma once

#include "searcher/results/results.h"

#include <string>
#include <vector>

namespace ofsearch {

// Returns which part of the query the counts are of, and how many more reports find the opposite,
// where that was asked for, or have only some of it. It is empty if the counts are of all of it and
// no others have some.
std::vector<std::string> level_lines(const SearchResults& results);

// Returns level_lines() for a list of all that ends behind what is counted; the last line names the
// option that lists the rest.
std::vector<std::string> level_notes(const SearchResults& results);

// Returns a line for each field and place that was understood: "understood: authority Kingston upon
// Hull; as words: "hull"". Lines on what was searched for instead of misspelt words come first.
std::vector<std::string> understood_lines(const SearchResults& results);

// Returns all notes: level_notes(), understood_lines(), the notices, and what may have been meant.
std::vector<std::string> answer_notes(const SearchResults& results);

}  // namespace ofsearch
