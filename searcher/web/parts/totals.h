// Says in sentences what the numbers of an answer are of.
#pragma once

#include "searcher/results/results.h"

#include <string>

namespace ofsearch::web {

// Returns the totals: "244 reports, 554 matching passages in them".
std::string totals(const SearchResults& results);

// Returns how much of the query the counted reports have, and what more there is. It is empty if
// that goes without saying.
std::string level_words(const SearchRequest& request, const SearchResults& results);

}  // namespace ofsearch::web
