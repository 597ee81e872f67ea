// One query over an index of its own.
#pragma once

#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>
#include <utility>
#include <vector>

namespace ofsearch::test {

// What `request` finds in an index of `reports`.
inline SearchResults answer_over(const std::vector<Report>& reports, const SearchRequest& request) {
  const SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto results = searcher->search(request);
  REQUIRE(results);
  return std::move(*results);
}

inline SearchResults answer_over(const std::vector<Report>& reports, const std::string& query) {
  SearchRequest request;
  request.query = query;
  return answer_over(reports, request);
}

}  // namespace ofsearch::test
