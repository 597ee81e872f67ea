// Answers a search as people should meet it: with what Searcher::search finds. Where that is
// nothing, the answer says which part of the request is the reason and what would match without it.
#pragma once

#include "common/system/result.h"
#include "searcher/results/results.h"
#include "searcher/search.h"

#include <string>
#include <vector>

namespace ofsearch {

// Returns the results of Searcher::search for `request`, with its words understood. If no report is
// found, SearchResults::notices says of each filter and each part of the query how many reports
// would match without it or with it alone. A query of signs only, such as "((", finds nothing.
// Beside filters it is left out, and a notice says so. Errors as Searcher::search.
Result<SearchResults> answer(Searcher* searcher, const SearchRequest& request);

// Returns what answer() does, for data: also the passages that say what an earlier one of the
// results says, each with its PassageHit::same_as.
Result<SearchResults> answer_in_full(Searcher* searcher, SearchRequest request);

// Returns what answer() searches for `request`: misspelt words are mended, and filters that stood
// in the query are filters. It is for code that counts or lists the same reports in other ways.
// `said`, if given, gets the sentences that an answer has on mended words and on what was left out.
Result<SearchRequest> understood(Searcher* searcher, const SearchRequest& request,
                                 std::vector<std::string>* said = nullptr);

}  // namespace ofsearch
