// Writes the same search in other parameters: what stands in its query becomes filters beside its
// words.
#pragma once

#include "common/index/fields.h"
#include "searcher/query/query_parser.h"
#include "searcher/results/results.h"
#include "searcher/web/server/query_string.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Returns the parameters of a search that finds what `request` finds. Every filter is there by
// name, and its words are words. `concepts` are left out: a list finds its own by the same rule.
Parameters parameters_of(const SearchRequest& request);

// Returns `query` with another value of one of its filters, which is as parse_query() gives it;
// without that filter if `value` is empty.
std::string with_filter_value(const std::string& query, const QueryFilter& filter,
                              std::string_view value);

// Returns `query` without any of its filters.
std::string without_filters(std::string query);

// Tells whether `name` with the value `typed` filters by `field`, under whatever name.
bool filters_by(const Field& field, std::string_view name, std::string_view typed);

// A search and what it was read as. All parameters are without "offset".
class ReadSearch {
 public:
  // `typed` is what `parameters` ask for. `read` is `typed` with its words understood (answer.h).
  ReadSearch(const Parameters& parameters, const SearchRequest& typed, const SearchRequest& read);

  // Returns the search in which a filter of `field` is to be changed. It is as it was typed if its
  // query says nothing of that field. Else all that the query says becomes filters, and the rest of
  // it words. A filter beside a query that speaks of the same field would make plain words of what
  // the query says.
  const Parameters& for_change_of(const Field& field) const;

  // Returns the search without one of the filters `understood` in its query. Its words are looked
  // for instead, unless another filter was read from them too.
  Parameters giving_up(const UnderstoodWords& given_up,
                       const std::vector<UnderstoodWords>& understood) const;

 private:
  Parameters typed_, apart_;
  std::vector<Parameters::Pair> moved_;  // what came out of the query; names as of parameters
};

}  // namespace ofsearch::web
