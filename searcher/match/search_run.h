// One search over one opened index: its plan, candidates, scores, counts and results.
#pragma once

#include "common/field/thesaurus.h"
#include "common/system/result.h"
#include "searcher/match/opened_index.h"
#include "searcher/match/ranking.h"
#include "searcher/results.h"

namespace ofsearch {

// Errors: kUsage for a value that does not exist. May throw Xapian::Error.
Result<SearchResults> run_search(OpenedIndex* opened, const Thesaurus& thesaurus,
                                 const RankingSettings& settings, const SearchRequest& request);

}  // namespace ofsearch
