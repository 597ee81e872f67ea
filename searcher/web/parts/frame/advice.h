// Errors are written for people at the command line; here they become advice for visitors of a
// page.
#pragma once

#include "common/system/error.h"

namespace ofsearch::web {

// The error with names of parameters instead of options, and without commands and paths of the
// machine. `api`: for a program that asks, not for a person with a page.
Error in_words_of_the_web(Error error, bool api);

}  // namespace ofsearch::web
