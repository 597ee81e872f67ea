// Finds the middle of numbers.
#pragma once

#include <string>
#include <vector>

namespace ofsearch::web {

// Returns the median, which lies between the middle two of an even number: "41", "41.5". `numbers`
// has at least one.
std::string middle_of(std::vector<int> numbers);

}  // namespace ofsearch::web
