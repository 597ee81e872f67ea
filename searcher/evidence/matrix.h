// How many reports speak of something, by two facts at once; and how that went over the years.
#pragma once

#include "common/system/result.h"
#include "searcher/search.h"
#include "searcher/table.h"

#include <string>

namespace ofsearch {

struct MatrixRequest {
  std::string rows, columns;  // names of fields
  SearchRequest search;       // what to speak of, and in which reports
  bool as_grid = false;       // for people: a column a value; else a row a cell
};

// Both count what to_be_counted() makes of the search, and the title says it.

// For each value of the one field and each of the other: the reports there are, those that have a
// passage which the search finds, and those with one that finds a strength or a weakness. Values
// without a report that speaks of it are left out. Errors: kUsage for fields that are not there or
// the same, and those of Searcher::search.
Result<Table> matrix(Searcher* searcher, const MatrixRequest& request);

enum class Period { kYear, kQuarter };

// The same by time, oldest first, with shares; says which kinds of report were counted.
Result<Table> trend(Searcher* searcher, Period period, const SearchRequest& request);

}  // namespace ofsearch
