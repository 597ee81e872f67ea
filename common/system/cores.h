// Counts the processors.
#pragma once

namespace ofsearch {

// Returns the number of processors that this process may run on, at least 1 (sched_getaffinity(2),
// so that taskset and containers are respected).
int core_count();

}  // namespace ofsearch
