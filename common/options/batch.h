// What the programs that run without people share: their exit status and --run-report.
#pragma once

#include "common/system/exit_status.h"
#include "common/system/result.h"

#include <ostream>
#include <string>

namespace ofsearch {

// That of a run which failed so.
ExitStatus status_of(const Error& error);

// Writes the report of a run where --run-report says: nowhere (empty), to `out` ("-"), or to a
// file. Errors: kUnwritable.
Result<void> write_run_report(const std::string& text, const std::string& file, std::ostream& out);

}  // namespace ofsearch
