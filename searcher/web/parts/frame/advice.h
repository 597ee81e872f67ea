// Turns errors, which are written for people at the command line, into advice for visitors of a
// page.
#pragma once

#include "common/system/error.h"

namespace ofsearch::web {

// Returns the error with names of parameters instead of options, and without commands and paths of
// the machine. `api` means that a program asks, not a person with a page.
Error in_words_of_the_web(Error error, bool api);

}  // namespace ofsearch::web
