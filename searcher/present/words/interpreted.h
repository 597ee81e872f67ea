// Says in words what was searched.
#pragma once

#include "searcher/results/results.h"

#include <string>

namespace ofsearch {

// Returns what was searched for, with filters and added words: "DBS; DBS also as: disclosure and
// barring service". It is empty if everything was asked for.
std::string interpreted(const SearchResults& results);

}  // namespace ofsearch
