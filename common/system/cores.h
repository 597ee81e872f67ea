// How many processors there are to work with.
#pragma once

namespace ofsearch {

// Those that this process may run on (sched_getaffinity(2): what taskset or a container leaves of
// them), at least 1.
int core_count();

}  // namespace ofsearch
