#include "searcher/web/parts/query/same_search.h"

#include "searcher/web/parts/query/request.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace ofsearch::web {
namespace {

// The request that the parameters of `request` ask for.
SearchRequest asked_again(const SearchRequest& request) {
  auto again = search_request(parameters_of(request), Limits());
  REQUIRE(again);
  return *again;
}

SearchRequest full_request() {
  SearchRequest request;
  request.query = "\"late visits\" grade";
  request.literal = true;
  request.filters = {{"authority", "Bristol, City of"},
                     {"visit_type", "ilacs"},
                     {"grade", "leaders:good"},
                     {"year", "2018..2022"},
                     {"section", "recommendations"}};
  std::ranges::sort(request.filters);
  request.from = "2018-01-01";
  request.to = "2022-12-31";
  request.indexed_since = "2024-05-01T00:00:00Z";
  request.with_predecessors = true;
  request.match = MatchMode::kMost;
  request.without = {"children looked after", "lac"};
  return request;
}

TEST_CASE("All of a request that changes what is found survives as parameters") {
  const SearchRequest request = full_request();
  SearchRequest again = asked_again(request);
  std::ranges::sort(again.filters);
  CHECK(again.query == request.query);
  CHECK(again.filters == request.filters);
  CHECK(again.from == request.from);
  CHECK(again.to == request.to);
  CHECK(again.indexed_since == request.indexed_since);
  CHECK(again.with_predecessors);
  CHECK(again.match == MatchMode::kMost);
  CHECK(again.without == request.without);
  CHECK(again.literal);
  CHECK_FALSE(again.exact);
}

TEST_CASE("Words as written stay so, and the latest run stays the latest") {
  SearchRequest request = full_request();
  request.exact = true;
  request.indexed_since = std::string(kLastRun);
  const SearchRequest again = asked_again(request);
  CHECK(again.exact);
  CHECK(again.literal);
  CHECK(again.indexed_since == request.indexed_since);
  for (const MatchMode mode : {MatchMode::kBest, MatchMode::kAll, MatchMode::kAny}) {
    request.match = mode;
    CHECK(asked_again(request).match == mode);
  }
}

TEST_CASE("What counts the opposite too is a filter, unless a finding is asked for") {
  SearchRequest request;
  request.query = "visits";
  request.count_opposite = true;
  CHECK(parameters_of(request).value("finding") == "any");
  request.filters = {{"finding", "weakness"}};
  CHECK(parameters_of(request).to_string() == "q=visits&literal=1&finding=weakness");
}

// `query` without the filter at `index` of those that it has; with `value` instead if that is not
// empty.
std::string changed(const std::string& query, size_t index, std::string_view value = "") {
  return with_filter_value(query, parse_query(query).filters.at(index), value);
}

TEST_CASE("A filter of a query is taken away or changed where it stands") {
  CHECK(changed("neglect from:2018-01-01 year:2018", 0) == "neglect from:2018-01-01");
  CHECK(changed("year:2018..2022 year:2018", 0) == "year:2018");
  CHECK(changed("year:2018..2022 year:2018", 1) == "year:2018..2022");
  CHECK(changed("year:2018..2022 year:2018", 1, "2019") == "year:2018..2022 year:\"2019\"");
  CHECK(changed("a authority:\u201cCity of Hull\u201d b", 0) == "a b");
  CHECK(changed("a authority:\"City of Hull\" b", 0, "Kent") == "a authority:\"Kent\" b");
  CHECK(changed("+grade:good missing", 0) == "missing");
  CHECK(changed("x:good (grade:good OR care) grade:good", 0) == "x:good (grade:good OR care)");
  CHECK(without_filters("x:2018 year:2018 a type:sif year:2018") == "x:2018 a");
}

}  // namespace
}  // namespace ofsearch::web
