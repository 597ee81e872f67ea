// Ends a program that writes to standard output.
#pragma once

#include "common/system/log.h"

namespace ofsearch {

// Writes out what is still held of standard output. Returns the exit status of the program:
// `status`, or kExitIndex with a message if standard output cannot be written. If its reader has
// gone, as "head" does when it has enough, ends the process as SIGPIPE does.
int end_of_output(int status, const Log& log);

}  // namespace ofsearch
