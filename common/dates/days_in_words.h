// Writes days as sentences have them.
#pragma once

#include <string>

namespace ofsearch {

// Returns an ISO date as "3 May 2019"; anything else as it is.
std::string day_in_words(const std::string& iso);

}  // namespace ofsearch
