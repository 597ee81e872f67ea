// Says what a query asks for in a sentence instead of in signs.
#pragma once

#include "searcher/results/results.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Returns the query in words:
// `(supervision AND "case files") -agency` -> "supervision and “case files”, without agency";
// `neglect (authority:leeds OR year:2019)` -> "neglect, and always authority Leeds or year 2019".
// `query` is as parse_query() takes it, without filters that every answer must pass: those are told
// apart. "either" and "both" stand where brackets stood.
std::string query_in_words(std::string_view query);

// Returns words and filters, also the query's: "neglect; Authority: Leeds; Year: 2018 or later".
std::string searched_in_words(const SearchResults& results);

// Returns also what the words leave out: "neglect without passages that find a strength; ...".
std::string results_in_words(const SearchResults& results);

// Returns the request's filters: "Overall grade: Good; Authority: Leeds or Kent; From: 3 May 2019".
std::string filters_in_words(const SearchRequest& request);

}  // namespace ofsearch::web
