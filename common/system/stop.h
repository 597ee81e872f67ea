// Stopping on request: SIGINT, SIGTERM and SIGHUP end a run in order.
#pragma once

#include "common/system/result.h"

namespace ofsearch {

// From here on these signals only raise a flag. Writing to a closed connection becomes an error
// instead of a signal.
void install_stop_signals();

// An error that names the signal if one came; nothing otherwise.
Result<void> check_stop();

// Takes the place of the flag's handlers in a child process: it dies of SIGTERM and SIGHUP and
// leaves Ctrl-C, which the terminal sends to parent and child alike, to its parent.
void restore_signals_in_child();

}  // namespace ofsearch
