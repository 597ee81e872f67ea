// One search over one opened index: its plan, candidates, scores, counts and results.
#pragma once

#include "common/result.h"
#include "common/thesaurus.h"
#include "searcher/opened_index.h"
#include "searcher/ranking.h"
#include "searcher/results.h"

namespace ofsearch {

// Errors: kUsage for a value that does not exist. May throw Xapian::Error.
Result<SearchResults> run_search(OpenedIndex* opened, const Thesaurus& thesaurus,
                                 const RankingSettings& settings, const SearchRequest& request);

}  // namespace ofsearch
