// Turns a request as it was typed into the one that is searched. What understand() makes of its
// words goes to the filters. Keeps what the answer then says of it.
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
  bool asks_standing = false;      // the question is how an authority stands
};

// Returns `request` with its words understood. `query` is what request.query parses to; if
// `mended`, its spelling has been mended. A literal or empty request stays as it is.
UnderstoodRequest understand_request(const SearchRequest& request, const ParsedQuery& query,
                                     bool mended, const Vocabulary& vocabulary);

// Leaves out the last words of a request that has too many for a search; a note names them. Errors:
// kUsage if others than plain words are too many.
Result<void> leave_out_last_words(UnderstoodRequest* understood);

// Returns what excludes `words` in a query, as it is written there: -authority:"Kent".
std::string exclusion(const UnderstoodWords& words);

// Return the request that brings enough answers to order the good ones by date, and put them in
// that order. Answers that score much less than the best stay behind the others.
SearchRequest request_for_order(SearchRequest request);
void put_in_order(SortOrder order, const SearchRequest& wanted, SearchResults* results);

}  // namespace ofsearch
