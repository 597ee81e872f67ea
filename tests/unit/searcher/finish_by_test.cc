// Where an answer needs many searches, or one that counts much, its time is that of the whole.
#include "searcher/evidence/matrix.h"
#include "searcher/match/counts.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <chrono>
#include <string>

namespace ofsearch {
namespace {

const auto kOver = Deadline::Clock::now() - std::chrono::seconds(1);

TEST_CASE("No search goes on after the time at which all must be finished") {
  const test::SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "children";
  request.time_limit = std::chrono::minutes(1);
  const MatrixRequest table{"authority", "year", request, false};
  CHECK(matrix(&*searcher, table));
  searcher->finish_by(kOver);
  auto results = searcher->search(request);
  REQUIRE_FALSE(results);
  CHECK(results.error().code == ErrorCode::kInterrupted);
  auto cells = matrix(&*searcher, table);
  REQUIRE_FALSE(cells);
  CHECK(cells.error().code == ErrorCode::kInterrupted);
  searcher->finish_by(Deadline::Clock::now() + std::chrono::minutes(1));
  CHECK(searcher->search(request));
}

TEST_CASE("The counts of a field of passages keep to the time of the search") {
  const test::SampleIndex sample;
  auto index = open_index(sample.path());
  REQUIRE(index);
  OpenedIndex opened(std::move(*index));
  auto filters = Filters::resolve({}, opened.index.database);
  REQUIRE(filters);
  const Selection selection(*filters, {}, clock_query(&opened.deadline));
  MatchSet all;
  all.query = all.any_finding = Xapian::Query(std::string(kPassageTerm));
  SearchResults results;
  write_counts(all, {}, selection, {"section"}, &opened, &results);
  REQUIRE(results.facets.size() == 1);
  CHECK_FALSE(results.facets[0].values.empty());
  opened.deadline = Deadline(kOver);
  CHECK_THROWS_AS(write_counts(all, {}, selection, {"section"}, &opened, &results), OutOfTime);
}

TEST_CASE("Similar reports keep to the time limit, too") {
  test::SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  searcher->finish_by(kOver);
  auto results = searcher->similar("aaaaaaaaaa01", 10);
  REQUIRE_FALSE(results);
  CHECK(results.error().code == ErrorCode::kInterrupted);
  searcher->finish_by(Deadline::Clock::now() + std::chrono::minutes(1));
  CHECK(searcher->similar("aaaaaaaaaa01", 10));
}

}  // namespace
}  // namespace ofsearch
