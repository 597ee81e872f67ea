// Makes the table for --trend: how many reports match a query, over time.
#pragma once

#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

namespace ofsearch {

enum class Period { kYear, kQuarter };

// Returns the numbers that matrix() gives, by year or quarter, oldest first, with shares. A note
// says which kinds were counted. Each period between the first and the last has a row, also without
// reports, unless a filter by year leaves it out. The table counts what to_be_counted() makes of
// the search, and its title says so. Errors: those of Searcher::search().
Result<Table> trend(Searcher* searcher, Period period, const SearchRequest& request);

}  // namespace ofsearch
