// Makes the table for --compare: authorities side by side.
#pragma once

#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

#include <string>
#include <vector>

namespace ofsearch {

// Returns a table with one column an authority. It has its latest inspection with its judgements
// and their changes, then its documents year by year. `authorities` are named as typed. Errors:
// kUsage for an unknown authority and for one that is named twice, and those of Searcher::search().
Result<Table> compare(Searcher* searcher, const std::vector<std::string>& authorities,
                      const SearchRequest& filters);

}  // namespace ofsearch
