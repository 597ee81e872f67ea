// The middle of numbers.
#pragma once

#include <string>
#include <vector>

namespace ofsearch::web {

// The median, which lies between the middle two of an even number: "41", "41.5". At least one.
std::string middle_of(std::vector<int> numbers);

}  // namespace ofsearch::web
