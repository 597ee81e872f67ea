// The answer to the completions of the shells: `ofsearch --complete-values OPTION TYPED`.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Prints the values of `option` ("--grade" or "grade") that go on with `typed`, one a line; those
// of the index where it can be opened. Returns the exit status 0 always.
int complete_values(std::string_view option, const std::string& typed);

}  // namespace ofsearch
