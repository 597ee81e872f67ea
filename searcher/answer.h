// A search as people should meet it: what Searcher::search finds and, where that is nothing, which
// part of the request is the reason and what would match without it.
#pragma once

#include "common/system/result.h"
#include "searcher/results/results.h"
#include "searcher/search.h"

#include <string>
#include <vector>

namespace ofsearch {

// As Searcher::search. With no report found, SearchResults::notices says of each filter and each
// part of the query how many reports would match without it or with it alone. A query of signs
// only, such as "((", finds nothing; beside filters it is left out, and a notice says so.
Result<SearchResults> answer(Searcher* searcher, const SearchRequest& request);

// As answer(), for data: also the passages that say what an earlier one of the results says, each
// with its PassageHit::same_as.
Result<SearchResults> answer_in_full(Searcher* searcher, SearchRequest request);

// What answer() searches for `request`: misspelt words mended, and filters that stood in the query
// as filters. For code that counts or lists the same reports in other ways. `said`, if given, gets
// the sentences that an answer has on mended words and on what was left out.
Result<SearchRequest> understood(Searcher* searcher, const SearchRequest& request,
                                 std::vector<std::string>* said = nullptr);

}  // namespace ofsearch
