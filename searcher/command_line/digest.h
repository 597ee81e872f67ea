// Runs the saved searches, each over what is new, for a regular mail.
#pragma once

#include "common/system/log.h"
#include "searcher/options/options.h"
#include "searcher/search.h"

namespace ofsearch {

// Runs each search of ~/.config/ofsearch/searches over the reports that entered the index since
// options.request.indexed_since, or else with its latest run. Prints those that found any. Returns
// the exit status: that of the worst mistake, else whether anything was new.
int digest(Searcher* searcher, const SearchOptions& options, const Log& log);

}  // namespace ofsearch
