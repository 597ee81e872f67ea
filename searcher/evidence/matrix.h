// Makes the table for --matrix: how many reports match a query, by two fields.
#pragma once

#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

#include <string>

namespace ofsearch {

struct MatrixRequest {
  std::string rows, columns;  // names of fields
  SearchRequest search;       // the query and the filters
  bool as_grid = false;       // for people: a grid with a column a value; else one row a cell
};

// Returns numbers of reports for each pair of values of the two fields: of all reports, of those
// that the search finds, and of those with a matching passage that reports a strength, or a
// weakness. They are zeros where there is none. The table counts what to_be_counted() makes of the
// search, and its title says so. Errors: kUsage for fields that do not exist or are the same, and
// those of Searcher::search().
Result<Table> matrix(Searcher* searcher, const MatrixRequest& request);

}  // namespace ofsearch
