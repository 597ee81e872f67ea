#include "searcher/web/parts/frame/middle.h"

#include "tests/support/catch.h"

namespace ofsearch::web {

TEST_CASE("the middle of an even number of days lies between two") {
  CHECK(middle_of({7}) == "7");
  CHECK(middle_of({30, 10, 20}) == "20");
  CHECK(middle_of({40, 10}) == "25");
  CHECK(middle_of({10, 1, 2, 11}) == "6");
  CHECK(middle_of({11, 1, 2, 3}) == "2.5");
}

}  // namespace ofsearch::web
