// Declares the main function of a worker process: it gives up what it does not need, then answers
// tasks.
#pragma once

#include "common/workers/worker_pool.h"

#include <sys/types.h>

namespace ofsearch {

// The exit status of a child that lost its connection, which is not the fault of its task.
constexpr int kExitConnection = 71;

// Sends hello over `socket` (worker_messages.h) and answers tasks until the connection ends. A
// child that cannot be confined as `limits` say reads no task.
[[noreturn]] void live_as_worker(int socket, pid_t parent, const WorkerLimits& limits,
                                 const WorkerPool::Handler& handler);

}  // namespace ofsearch
