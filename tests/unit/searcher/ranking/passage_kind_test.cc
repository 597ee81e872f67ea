#include "searcher/ranking/passage_kind.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("The addressees of a letter are no sentence, and name offices") {
  CHECK(
      lists_offices("Leonora Pask, Director of Children’s Services, Ambershire County Council "
                    "Desmond Farrow, Chief Constable of Ambershire Police Dear local partnership"));
  CHECK(lists_offices("Ann St. Clair, Director of People Tobias Wren, Chief Nurse"));
  CHECK_FALSE(lists_offices("The Chief Executive and the Director of Children’s Services meet."));
  CHECK_FALSE(lists_offices("the oversight by the Director of Children’s Services"));
  CHECK_FALSE(lists_offices("the timeliness of visits to children"));
  CHECK_FALSE(lists_offices("Is there a Chief Nurse? Head of Service and Director of Services"));
  CHECK_FALSE(lists_offices("They met. Head of Service and Director of Services"));
  CHECK_FALSE(lists_offices("They met.\nHead of Service and Director of Services"));
  CHECK(lists_offices("Head of Service and Director of Services, St."));
  CHECK(lists_offices("St. Clair, Head of Service 1.25 and Director of Services"));
  CHECK_FALSE(lists_offices(""));
}

TEST_CASE("A table has cells beside each other in more than one place") {
  CHECK(is_table("Grade\tGood\nDate\t2019"));
  CHECK_FALSE(is_table("Grade\tGood"));
  CHECK_FALSE(is_table("Visits are late."));
}

}  // namespace
}  // namespace ofsearch
