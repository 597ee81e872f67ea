// The same search in other parameters: what stands in its query as filters beside its words.
#pragma once

#include "common/index/fields.h"
#include "searcher/query/query_parser.h"
#include "searcher/results/results.h"
#include "searcher/web/server/query_string.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// The search that finds what `request` finds, every filter of it by name; its words are words.
// `concepts` are left out: a list finds its own by the same rule.
Parameters parameters_of(const SearchRequest& request);

// `query` with another value of one of its filters, as parse_query() gives it; without it where
// `value` is empty.
std::string with_filter_value(const std::string& query, const QueryFilter& filter,
                              std::string_view value);

// `query` without any of its filters.
std::string without_filters(std::string query);

// Whether `name` with the value `typed` filters by `field`, under whatever name.
bool filters_by(const Field& field, std::string_view name, std::string_view typed);

// A search and what it was read as. All parameters are without "offset".
class ReadSearch {
 public:
  // `typed`: what `parameters` ask for. `read`: that with its words understood (answer.h).
  ReadSearch(const Parameters& parameters, const SearchRequest& typed, const SearchRequest& read);

  // The search to change a filter of `field` in: as it was typed, where its query says nothing of
  // that field; else with all that the query says as filters, and the rest of it as words. A filter
  // beside a query that speaks of the same field would make plain words of what the query says.
  const Parameters& for_change_of(const Field& field) const;

  // The search without one of the filters `understood` in its query, whose words are looked for
  // instead, unless another filter was read from them too.
  Parameters giving_up(const UnderstoodWords& given_up,
                       const std::vector<UnderstoodWords>& understood) const;

 private:
  Parameters typed_, apart_;
  std::vector<Parameters::Pair> moved_;  // what came out of the query; names as of parameters
};

}  // namespace ofsearch::web
