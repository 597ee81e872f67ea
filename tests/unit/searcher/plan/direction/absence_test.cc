#include "searcher/plan/direction/absence.h"

#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("No and few are told with what is missing", "[direction]") {
  CHECK(with_what_is_missing({"no", "management", "oversight"}, 0) == "no management oversight");
  CHECK(with_what_is_missing({"assessments", "few", "visits"}, 1) == "few visits");
  CHECK(with_what_is_missing({"no", "evidence", "of", "supervision"}, 0) ==
        "no evidence of supervision");
  CHECK(with_what_is_missing({"No", "chronologies"}, 0) == "No chronologies");
}

TEST_CASE("What is not there may be good", "[direction]") {
  CHECK(with_what_is_missing({"no", "children", "in", "hotels"}, 0) == "no");
  CHECK(with_what_is_missing({"no", "evidence", "of", "harm"}, 0) == "no");
  CHECK(with_what_is_missing({"no", "longer", "supervision"}, 0) == "no");
  CHECK(with_what_is_missing({"not", "a", "plan"}, 0) == "not");
  CHECK(with_what_is_missing({"no"}, 0) == "no");
}

TEST_CASE("What something was done without is known by its word", "[direction]") {
  const Words words = {"plans", "without", "the", "young", "person", "and", "parents"};
  CHECK(is_left_without(words, 3));
  CHECK(is_left_without(words, 4));
  CHECK_FALSE(is_left_without(words, 6));
  CHECK_FALSE(is_left_without(words, 0));
  CHECK_FALSE(is_left_without({"without", "a", "plan", "children"}, 3));
}

}  // namespace
}  // namespace ofsearch
