// Test cases that this machine has not what they need for: they are skipped, which is not passed.
#pragma once

#include <string>

namespace ofsearch::test {

// Says that the test case that runs is skipped, and why; the caller then returns from it. CTest is
// told by the exit status (main.cc) where that is the only one that runs.
void skip(const std::string& why);

}  // namespace ofsearch::test
