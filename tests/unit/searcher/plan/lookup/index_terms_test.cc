#include "searcher/plan/lookup/index_terms.h"

#include "common/index/index.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

namespace ofsearch {
namespace {

const Xapian::Database& samples() {
  static const test::SampleIndex sample;
  static const auto index = open_index(sample.path());
  return index->database;
}

}  // namespace

TEST_CASE("A local index tells at once that a term is nowhere") {
  IndexTerms terms(samples(), false);
  CHECK(terms.is_nowhere("Znonesuch"));
  CHECK_FALSE(terms.is_nowhere("Zcaseload"));
  CHECK_FALSE(terms.fetch_missed());
}

TEST_CASE("That a term is nowhere is certain of servers only when they have been asked") {
  IndexTerms terms(samples(), true);
  CHECK_FALSE(terms.is_nowhere("Znonesuch"));
  terms.look_up({"Zcaseload", "Zmiss"});
  CHECK(terms.fetch_missed());
  CHECK(terms.is_nowhere("Znonesuch"));
  CHECK_FALSE(terms.is_nowhere("Zcaseload"));
  CHECK(terms.frequency("Zmiss") > 0);
  CHECK_FALSE(terms.fetch_missed());
}

}  // namespace ofsearch
