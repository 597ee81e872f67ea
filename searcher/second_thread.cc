#include "searcher/second_thread.h"

namespace ofsearch {

Processors::Processors() {
  if (::sched_getaffinity(0, sizeof all, &all) != 0) return;
  others = all;
  CPU_CLR(::sched_getcpu(), &others);
  has_others = CPU_COUNT(&others) > 0;
}

}  // namespace ofsearch
