// Does what one call of ofsearch asks for by its options: a search, or another answer in its place.
#pragma once

#include "common/system/log.h"
#include "searcher/options/options.h"
#include "searcher/search.h"

namespace ofsearch {

// Writes the answer on standard output. Returns the exit status; what is wrong is logged.
int run_command(Searcher* searcher, const SearchOptions& options, const Log& log);

}  // namespace ofsearch
