// What a query says is over: "used to wait but do not now", "late once, but no longer".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// Whether words behind word number `at` of a query take back what it says.
bool is_taken_back(const std::vector<std::string>& words, size_t at);

// Whether words before it say so: "after being inadequate", "from inadequate to good".
bool is_past(const std::vector<std::string>& words, size_t at);

// Whether the word is one of those that take back what stands before them: "but do not any more".
bool takes_back(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
