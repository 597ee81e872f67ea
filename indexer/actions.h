// Does what ofindex is asked for, with one function for each action of its command line. Results go
// to `out`, messages to `log`; each returns the exit status.
#pragma once

#include "common/system/exit_status.h"
#include "common/system/log.h"
#include "indexer/options.h"

#include <ostream>

namespace ofsearch {

ExitStatus run_action(const IndexOptions& options, std::ostream& out, const Log& log);

}  // namespace ofsearch
