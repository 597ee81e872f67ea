// Which passages are read to rank reports, at random.
#include "searcher/ranking/pool.h"

#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

using test::SampleIndex;

// Reports whose best passages are much alike, so that the others decide: many that weigh little.
class Drawing {
 public:
  explicit Drawing(unsigned seed) : random_(seed) {}

  size_t number(size_t least, size_t most) {
    return std::uniform_int_distribution<size_t>(least, most)(random_);
  }

  Report report(size_t number_of_report) {
    std::vector<Passage> passages = {
        test::sample_passage(number(0, 2) == 0 ? "Caseloads are high, and visits are late."
                                               : "Caseloads are too high.")};
    for (size_t n = number(0, 5); n > 0; --n) passages.push_back(test::sample_passage(weak()));
    std::ranges::shuffle(passages, random_);
    for (size_t i = 0; i < passages.size(); ++i) {
      passages[i].n = static_cast<int>(i + 1);
      passages[i].paragraph = std::to_string(i + 1);
    }
    return test::sample_report(fmt::format("cccccccc{:04}", number_of_report), "Someshire", 2015,
                               "sif", "good", std::move(passages));
  }

 private:
  std::string weak() {
    std::string text = "Children have";
    for (size_t n = number(0, 3); n > 0; --n) text += " visits and";
    for (size_t n = number(1, 20); n > 0; --n) text += " a home and";
    return text + " a school.";
  }

  std::mt19937 random_;
};

std::string best(Searcher* searcher, const std::string& query, size_t limit) {
  SearchRequest request;
  request.query = query;
  request.limit = limit;
  request.match = MatchMode::kAny;
  request.passages = 3;
  request.keep_repeats = true;
  auto results = searcher->search(request);
  REQUIRE(results);
  std::string all;
  for (const ReportHit& hit : results->hits) {
    all += hit.report.id;
    for (const PassageHit& passage : hit.passages) all += fmt::format(":{}", passage.passage.n);
    all += " ";
  }
  return all;
}

TEST_CASE("The best reports are those of a search that scores every passage") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  Drawing drawing(seed);
  std::vector<Report> reports;
  for (size_t i = 0; i < 60; ++i) reports.push_back(drawing.report(i));
  const SampleIndex sample(reports);
  Searcher::Options options;
  options.ranking.at_a_time = options.ranking.passages_at_a_time = 1000;
  auto all = Searcher::open(sample.path(), options);
  options.ranking.at_a_time = options.ranking.passages_at_a_time = 1;
  auto few = Searcher::open(sample.path(), options);
  REQUIRE((all && few));
  for (size_t limit = 1; limit <= 10; ++limit) {
    INFO(limit);
    CHECK(best(&*few, "caseloads visits", limit) == best(&*all, "caseloads visits", limit));
  }
}

// How many passages and reports have only some of the query, if `pool` passages are considered.
std::string some_of(const SampleIndex& sample, size_t pool, size_t limit) {
  Searcher::Options options;
  options.ranking.most_pool = pool;
  auto searcher = Searcher::open(sample.path(), options);
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "caseloads visits";
  request.limit = limit;
  auto results = searcher->search(request);
  REQUIRE(results);
  REQUIRE((results->some_reports && results->some_passages));
  return fmt::format("{} in {} beside {}", *results->some_passages, *results->some_reports,
                     results->total_reports);
}

TEST_CASE("What has only some of the query is counted alike, whether all of it is listed or not") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  Drawing drawing(seed);
  std::vector<Report> reports;
  for (size_t i = 0; i < 40; ++i) reports.push_back(drawing.report(i));
  const SampleIndex sample(reports);
  const std::string counted = some_of(sample, 20000, 0);
  CHECK(some_of(sample, 20000, 10) == counted);
  CHECK(some_of(sample, 5, 10) == counted);
}

}  // namespace
}  // namespace ofsearch
