// Words that mean another thing beside their neighbours than alone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// Whether word number `at` stands in a name or a motto that denies and judges nothing: "no wrong
// door", "never too late".
bool is_in_motto(const std::vector<std::string>& words, size_t at);

// Whether word number `at` is "outstanding" and says that something should have been done by now:
// "outstanding annual reviews", "visits still outstanding". Practice is outstanding otherwise.
bool is_overdue(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
