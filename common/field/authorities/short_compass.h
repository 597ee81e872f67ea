// Makes the short forms of the compass words that names of places begin with: "NE" and "N.E." for
// "North East", "Nth" for "North".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Tells whether `word` is a short form that may have a stop: "N", "Nth", "NE".
bool is_short_compass(std::string_view word);

// Returns the names with short forms of their compass words, without stops: "NE Lincolnshire" and
// "N E Lincolnshire" of "North East Lincolnshire". The last word of a name is never short. What is
// among `names` already is left out.
std::vector<std::string> short_forms(const std::vector<std::string>& names);

}  // namespace ofsearch
