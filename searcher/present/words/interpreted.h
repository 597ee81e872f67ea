// What was searched, in words.
#pragma once

#include "searcher/results/results.h"

#include <string>

namespace ofsearch {

// "DBS; DBS also as: disclosure and barring service"; empty if everything was asked for.
std::string interpreted(const SearchResults& results);

}  // namespace ofsearch
