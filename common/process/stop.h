// Stops a run on request: SIGINT, SIGTERM and SIGHUP end it cleanly.
#pragma once

#include "common/system/result.h"

namespace ofsearch {

// Lets these signals only set a flag from now on; one that was ignored before (nohup) stays
// ignored. SIGPIPE is ignored, so that writing to a closed connection is an error.
void install_stop_signals();

// Returns the error kInterrupted, which names the signal, if one has come.
Result<void> check_stop();

// Restores signals in a child process, in place of the flag. SIGTERM and SIGHUP end it. SIGINT,
// which the terminal sends to parent and child alike, is ignored and left to the parent.
void restore_signals_in_child();

}  // namespace ofsearch
