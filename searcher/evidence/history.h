// An authority's inspections, visits and articles over the years, each judgement in its column; and
// authorities side by side.
#pragma once

#include "common/system/result.h"
#include "searcher/search.h"
#include "searcher/table.h"

#include <string>
#include <vector>

namespace ofsearch {

struct HistoryRequest {
  std::string authority;  // as typed
  SearchRequest filters;  // what else selects documents: years, kinds; query and limits are ignored
  bool newest_first = false;
};

// One row a document, those of the authorities that it took over from in groups of their own. A
// judgement that an era called otherwise stands in the column of today's name, with a mark; what is
// better or worse than in the inspection before is said. Documents that awarded nothing, and
// articles, are not compared. A table without rows where there is no document. Errors: kUsage for
// an authority that is not known, and those of Searcher::search.
Result<Table> history(Searcher* searcher, const HistoryRequest& request);

// One column an authority: its latest inspection with its judgements and how they moved, then what
// each year brought. Errors as history().
Result<Table> compare(Searcher* searcher, const std::vector<std::string>& authorities,
                      const SearchRequest& filters);

}  // namespace ofsearch
