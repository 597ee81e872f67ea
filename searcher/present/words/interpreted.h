// Says in words what was searched.
#pragma once

#include "searcher/results/results.h"

#include <string>

namespace ofsearch {

// Returns what was searched for, with filters and added words: "DBS; DBS also as: disclosure and
// barring service". It is empty if everything was asked for.
std::string interpreted(const SearchResults& results);

// Returns `words`, those searched for, with what "or" joins: "; any of: health, police".
std::string with_alternatives(std::string words, const SearchResults& results);

}  // namespace ofsearch
