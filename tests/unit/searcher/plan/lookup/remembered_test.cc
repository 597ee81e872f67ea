#include "searcher/plan/lookup/remembered.h"

#include "common/index/index.h"
#include "searcher/query/deadline.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

const Xapian::Database& samples() {
  static const test::SampleIndex sample;
  static const auto index = open_index(sample.path());
  return index->database;
}

Xapian::Database twice(const Xapian::Database& database) {
  Xapian::Database both(database);
  both.add_database(database);
  return both;
}

std::vector<Xapian::docid> found(const Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  return {matches.begin(), matches.end()};
}

}  // namespace

TEST_CASE("What is remembered finds the same, alone and in other queries, in all shards") {
  const Deadline deadline;
  const Query clock = clock_query(&deadline);
  const std::vector<std::string> words = {"the",  "to",   "children",   "are", "caseloads",
                                          "late", "home", "interviews", "who", "nonesuch"};
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 draw(seed);
  auto word = [&] { return words[draw() % words.size()]; };
  size_t matches = 0;
  for (const Xapian::Database& database : {samples(), twice(samples())})
    for (int i = 0; i < 100; ++i) {
      const std::string pair[] = {word(), word()}, other = word();
      INFO(pair[0] << " " << pair[1] << " beside " << other);
      const Query phrase(Query::OP_NEAR, pair, pair + 2, 4);
      const Query dear = remembered(phrase, clock);
      CHECK(found(dear, database) == found(phrase, database));
      for (Query::op op : {Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT}) {
        CHECK(found(Query(op, Query(other), dear), database) ==
              found(Query(op, Query(other), phrase), database));
        CHECK(found(Query(op, dear, Query(other)), database) ==
              found(Query(op, phrase, Query(other)), database));
      }
      matches += found(dear, database).size();
    }
  CHECK(matches > 0);
}

TEST_CASE("What is remembered keeps to the time, and is not described") {
  const Deadline over(Deadline::Clock::now() - std::chrono::seconds(1));
  const std::string words[] = {"caseloads", "are"};
  const Query phrase(Query::OP_PHRASE, words, words + 2, 2);
  const Query dear = remembered(phrase, clock_query(&over));
  CHECK_THROWS_AS(found(dear, samples()), OutOfTime);
  const Query either(Query::OP_OR, dear, Query("care"));
  CHECK(describe_remembered(either.get_description()) ==
        Query(Query::OP_OR, phrase, Query("care")).get_description());
}

TEST_CASE("Nothing is remembered of a look that was not finished") {
  const Deadline over(Deadline::Clock::now() - std::chrono::seconds(1));
  const std::string words[] = {"caseloads", "are"};
  const Query phrase(Query::OP_NEAR, words, words + 2, 4);
  const Query dear = remembered(phrase, clock_query(&over));
  const auto right = found(phrase, samples());
  REQUIRE_FALSE(right.empty());
  CHECK_THROWS_AS(found(dear, samples()), OutOfTime);
  for (int again = 0; again < 3; ++again) try {
      CHECK(found(dear, samples()) == right);
    } catch (const OutOfTime&) {
    }
}

TEST_CASE("Without a clock nothing is remembered") {
  const Query word("care");
  CHECK(remembered(word, Query()).get_description() == word.get_description());
}

}  // namespace ofsearch
