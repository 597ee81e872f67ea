#include "searcher/index_terms.h"

#include "common/database.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

namespace ofsearch {

TEST_CASE("A local index tells at once that a term is nowhere") {
  test::SampleIndex sample(test::sample_reports());
  auto index = open_index(sample.path());
  REQUIRE(index);
  IndexTerms terms(index->database, false);
  CHECK(terms.is_nowhere("Znonesuch"));
  CHECK_FALSE(terms.is_nowhere("Zcaseload"));
  CHECK_FALSE(terms.fetch_missed());
}

TEST_CASE("That a term is nowhere is certain of servers only when they have been asked") {
  test::SampleIndex sample(test::sample_reports());
  auto index = open_index(sample.path());
  REQUIRE(index);
  IndexTerms terms(index->database, true);
  CHECK_FALSE(terms.is_nowhere("Znonesuch"));
  terms.look_up({"Zcaseload", "Zmiss"});
  CHECK(terms.fetch_missed());
  CHECK(terms.is_nowhere("Znonesuch"));
  CHECK_FALSE(terms.is_nowhere("Zcaseload"));
  CHECK(terms.frequency("Zmiss") > 0);
  CHECK_FALSE(terms.fetch_missed());
}

}  // namespace ofsearch
