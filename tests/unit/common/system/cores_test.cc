#include "common/system/cores.h"

#include "tests/support/catch.h"

#include <sched.h>

namespace ofsearch {

TEST_CASE("only processors that the process may run on are counted", "[cores]") {
  cpu_set_t all, one;
  REQUIRE(::sched_getaffinity(0, sizeof all, &all) == 0);
  CHECK(core_count() == CPU_COUNT(&all));
  CPU_ZERO(&one);
  CPU_SET(::sched_getcpu(), &one);
  REQUIRE(::sched_setaffinity(0, sizeof one, &one) == 0);
  CHECK(core_count() == 1);
  CHECK(::sched_setaffinity(0, sizeof all, &all) == 0);
}

}  // namespace ofsearch
