// What the numbers of an answer are of, in sentences.
#pragma once

#include "searcher/results/results.h"

#include <string>

namespace ofsearch::web {

// "244 reports, 554 matching passages in them".
std::string totals(const SearchResults& results);

// What of the query the reports that are counted have, and what more there is; empty where that
// goes without saying.
std::string level_words(const SearchRequest& request, const SearchResults& results);

}  // namespace ofsearch::web
