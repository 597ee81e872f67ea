// Words beside a lower-case "or" that keep it from joining two things.
#pragma once

#include <string>

namespace ofsearch {

// Tells whether `word` (search form) is a number, in figures or words.
bool is_number_beside_or(const std::string& word);

// Tells whether an "or" before `word` (search form) only counts, bounds, doubts or denies: "three
// or more", "one or two", "good or better", "whether or not".
bool or_only_bounds(const std::string& word);

// Tells whether "or" between these words (search form) is part of one name: "child in need or
// protection", of those whom visits look at.
bool or_is_in_name(const std::string& before, const std::string& behind);

}  // namespace ofsearch
