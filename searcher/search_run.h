// One search over one opened index: its plan, candidates, scores, counts and results.
#pragma once

#include "common/result.h"
#include "common/thesaurus.h"
#include "searcher/opened_index.h"
#include "searcher/ranking.h"
#include "searcher/results.h"

#include <functional>

namespace ofsearch {

// Opens the index again, for a second thread; nullptr if it cannot. Empty: none is wanted.
using OpenSecond = std::function<OpenedIndex*()>;

// Errors: kUsage for a value that does not exist. May throw Xapian::Error.
Result<SearchResults> run_search(OpenedIndex* opened, OpenSecond open_second,
                                 const Thesaurus& thesaurus, const RankingSettings& settings,
                                 const SearchRequest& request);

}  // namespace ofsearch
