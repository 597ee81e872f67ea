// What one call of ofsearch does, by its options: a search, or what is asked for in its place.
#pragma once

#include "common/system/log.h"
#include "searcher/options/options.h"
#include "searcher/search.h"

namespace ofsearch {

// Answers on standard output. Returns the exit status; what is wrong is logged.
int run_command(Searcher* searcher, const SearchOptions& options, const Log& log);

}  // namespace ofsearch
