// Starts a program of the desktop, such as a browser.
#pragma once

#include "common/system/result.h"

#include <string>
#include <vector>

namespace ofsearch {

// Starts the program words[0], found on PATH, with the other words as its arguments, and does not
// wait for it. It has no part in this terminal: no input, no output, a session of its own. Error:
// kInternal if it cannot be started.
Result<void> start_apart(const std::vector<std::string>& words);

}  // namespace ofsearch
