// Answers the completions of the shells: `ofsearch --complete-values OPTION TYPED`.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Prints the values of `option` ("--grade" or "grade") that go on with `typed`, one a line. Values
// of the index are among them if it can be opened. Returns the exit status, which is always 0.
int complete_values(std::string_view option, const std::string& typed);

}  // namespace ofsearch
