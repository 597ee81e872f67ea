// The life of a worker process: it gives up all that it does not need, then answers tasks.
#pragma once

#include "common/workers/worker_pool.h"

#include <sys/types.h>

namespace ofsearch {

// Exit status of a child whose connection failed it: no fault of its task.
constexpr int kExitConnection = 71;

// Says hello over `socket` (worker_messages.h) and answers tasks until the connection ends. A child
// that is not confined as `limits` say reads no task.
[[noreturn]] void live_as_worker(int socket, pid_t parent, const WorkerLimits& limits,
                                 const WorkerPool::Handler& handler);

}  // namespace ofsearch
