// Runs one search over one opened index: makes its plan, candidates, scores, counts and results.
#pragma once

#include "common/field/thesaurus/thesaurus.h"
#include "common/system/result.h"
#include "searcher/opened/opened_index.h"
#include "searcher/query/query_parser.h"
#include "searcher/ranking/ranking.h"
#include "searcher/results/results.h"

namespace ofsearch {

// Returns the results of `request`. `parsed` is its parsed query. The time limit is
// opened->deadline. Errors: kUsage for a value that does not exist. May throw Xapian::Error and
// OutOfTime.
Result<SearchResults> run_search(OpenedIndex* opened, const Thesaurus& thesaurus,
                                 const RankingSettings& settings, const ParsedQuery& parsed,
                                 const SearchRequest& request);

}  // namespace ofsearch
