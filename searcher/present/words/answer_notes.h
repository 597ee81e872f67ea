// What people should know of an answer beside its results, a sentence each.
#pragma once

#include "searcher/results/results.h"

#include <string>
#include <vector>

namespace ofsearch {

// Which part of the query the counts are of, and how much more has some of it; none where it is
// all of it.
std::vector<std::string> level_lines(const SearchResults& results);

// The same where a list of all ends behind what is counted: with the option that lists the rest.
std::vector<std::string> level_notes(const SearchResults& results);

// "understood: authority Kingston upon Hull; as words: "hull"", a line for each field and place;
// and what was searched for instead of misspelt words.
std::vector<std::string> understood_lines(const SearchResults& results);

// All of it: also the notices, and what may have been meant.
std::vector<std::string> answer_notes(const SearchResults& results);

}  // namespace ofsearch
