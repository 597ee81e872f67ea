// A request as it was typed to the one that is searched: what understand() makes of its words goes
// to the filters. And what the answer then says of it.
#pragma once

#include "common/system/result.h"
#include "searcher/results/results.h"
#include "searcher/understand/understanding.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct UnderstoodRequest {
  SearchRequest request;  // without filters in its query, if anything was understood
  std::vector<UnderstoodWords> understood;
  std::vector<std::string> notes;
  std::optional<SortOrder> order;  // newest or oldest first, among the good answers
  bool asks_standing = false;      // how an authority stands
};

// `query`: what request.query parses to, with its spelling mended if `mended`.
UnderstoodRequest understand_request(const SearchRequest& request, const ParsedQuery& query,
                                     bool mended, const Vocabulary& vocabulary);

// Leaves out the last words of a request that has too many for a search; a note names them. Errors:
// kUsage where others than plain words are too many.
Result<void> leave_out_last_words(UnderstoodRequest* understood);

// What excludes it, as it is written in a query: -authority:"Kent".
std::string exclusion(const UnderstoodWords& words);

// The request that brings enough answers to order the good ones by date, and that order: answers
// that score much less than the best stay behind them.
SearchRequest request_for_order(SearchRequest request);
void put_in_order(SortOrder order, const SearchRequest& wanted, SearchResults* results);

}  // namespace ofsearch
