// Prints the answer of a command on standard output, and what went wrong or is worth knowing on
// standard error. Gives the exit status for it.
#pragma once

#include "common/system/error.h"
#include "common/system/log.h"
#include "common/system/result.h"
#include "searcher/options/options.h"
#include "searcher/results/results.h"
#include "searcher/results/table.h"

namespace ofsearch {

// Logs `error` and returns the exit status for it: wrong usage, else no usable index.
int fail(const Error& error, const Log& log);

// Does the same; but a report that the index does not have is nothing found.
int fail_on_report(const Error& error, const Log& log);

// Writes results, or the rows of a table that were asked for, in the format asked for. Returns the
// exit status: whether there is anything, or that of the table's error.
int print(SearchResults results, const SearchOptions& options, const Log& log);
int print(const Result<Table>& table, const SearchOptions& options, const Log& log);

}  // namespace ofsearch
