#include "searcher/web/server/limits.h"

#include "tests/support/catch.h"

#include <chrono>

using namespace std::chrono_literals;

TEST_CASE("An answer may take five times as long as one of its searches") {
  ofsearch::web::Limits limits;
  CHECK(limits.search_time == 5 * limits.one_search);
  limits.limit_searches(7s);
  CHECK(limits.one_search == 7s);
  CHECK(limits.search_time == 35s);
}
