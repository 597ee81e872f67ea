#include "searcher/web/parts/totals.h"

#include "tests/support/catch.h"

namespace ofsearch::web {
namespace {

std::string told(size_t total, size_t some, std::vector<ConceptUse> concepts) {
  SearchResults results;
  results.level = "all";
  results.total_reports = total;
  results.some_reports = some;
  results.concepts = std::move(concepts);
  results.hits.resize(total + some);
  return level_words({}, results);
}

}  // namespace

TEST_CASE("reports that have only some of the query are told, also of one thing") {
  CHECK(told(16, 5, {{"private fostering"}}) == "5 more reports have only some of it.");
  CHECK(told(16, 1, {{"private fostering"}}) == "1 more report has only some of it.");
  CHECK(told(0, 2, {{"private fostering"}}) == "2 reports have only some of it.");
  CHECK(told(16, 0, {{"private fostering"}}).empty());
  CHECK(told(16, 5, {{"neglect"}, {"housing"}}) ==
        "Counted: reports that have all of the query. 5 more reports have only some of it.");
}

}  // namespace ofsearch::web
