// Runs offetch. Results go to `out`, messages to `log`; returns the exit
// status.
#pragma once

#include "common/system/exit_status.h"
#include "common/system/log.h"
#include "fetcher/options.h"

#include <ostream>

namespace ofsearch {

ExitStatus run_fetch(const FetchOptions& options, std::ostream& out, const Log& log);

}  // namespace ofsearch
