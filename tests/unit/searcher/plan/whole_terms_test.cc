// Terms of the field beside AND and OR.
#include "searcher/plan/whole_terms.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

std::string read_as(const std::string& query) {
  return describe(with_whole_terms(parse_query(query).root, Thesaurus::builtin()));
}

TEST_CASE("An operator takes the whole term beside it") {
  CHECK(read_as("county lines OR gangs") == "(((county lines) OR gangs))");
  CHECK(read_as("gangs OR county lines") == "((gangs OR (county lines)))");
  CHECK(read_as("care leavers AND private fostering") ==
        "(((care leavers) AND (private fostering)))");
  CHECK(read_as("(short breaks OR respite) AND disabled children") ==
        "((((short breaks) OR respite) AND (disabled children)))");
}

TEST_CASE("NOT takes the whole term behind it, and a minus one word") {
  CHECK(read_as("early help AND NOT county lines") == "(((early help) AND -(county lines)))");
  CHECK(read_as("care leavers NOT domestic abuse") == "(care leavers -(domestic abuse))");
  CHECK(read_as("care leavers NOT abuse") == "(care leavers -abuse)");
  CHECK(read_as("care leavers -domestic abuse") == "(care leavers -domestic abuse)");
}

TEST_CASE("An operator takes the nearest word where no term stands") {
  CHECK(read_as("neglect fostering OR adoption") == "(neglect (fostering OR adoption))");
  CHECK(read_as("county \"lines\" OR gangs") == "(county +(\"lines\" OR gangs))");
  CHECK(read_as("county -lines OR gangs") == "(county -(lines OR gangs))");
  CHECK(read_as("county lines gangs") == "(county lines gangs)");
}

}  // namespace
}  // namespace ofsearch
