// One query over an index of its own.
#pragma once

#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>
#include <utility>
#include <vector>

namespace ofsearch::test {

// What `query` finds in an index of `reports`.
inline SearchResults answer_over(const std::vector<Report>& reports, const std::string& query) {
  const SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  auto results = searcher->search(request);
  REQUIRE(results);
  return std::move(*results);
}

}  // namespace ofsearch::test
