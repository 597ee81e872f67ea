// Makes the table for --history: an authority's inspections, visits and articles over the years.
#pragma once

#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

#include <string>
#include <vector>

namespace ofsearch {

struct HistoryRequest {
  std::string authority;  // as typed
  SearchRequest filters;  // other filters, such as years and kinds; query and limits are ignored
  bool newest_first = false;
};

// Returns a table with one row a document. Those of authorities that it took over from are in
// groups of their own. A judgement that had another name in its era is in the column of today's
// name, with a mark.
// The table says what is better or worse than in the previous inspection. Documents that awarded
// nothing, and articles, are not compared. Nor are inspections before which one is missing (see
// grades_before.h); a note names these. The table has no rows if there is no document. Errors:
// kUsage for an unknown authority, and those of Searcher::search().
Result<Table> history(Searcher* searcher, const HistoryRequest& request);

}  // namespace ofsearch
