// Runs a pool of worker processes: several tasks run at the same time, and a task that crashes,
// hangs or uses too much memory does not end the program.
//
// A child is forked from this process, so the handler sees everything that was in memory when the
// child was started. Tasks and answers go over a socket (worker_messages.h).
#pragma once

#include "common/system/result.h"
#include "common/workers/worker_messages.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// 0 means no limit.
struct WorkerLimits {
  size_t memory_bytes = 0;     // private memory of a child
  double cpu_seconds = 0;      // processor time, for one task
  double wall_seconds = 0;     // elapsed time until the answer, for one task
  bool sandbox = false;        // no files, no network, no other processes: common/process/sandbox.h
  size_t tasks_per_child = 0;  // after which a new child takes over
  bool retry_crashes = false;  // run a crashed task once more, in a new child
};

struct WorkerOutcome {
  enum Kind {
    kAnswered,
    kCrashed,       // the child died of a fault of its own (SIGSEGV, abort, ...)
    kOutOfMemory,   // memory_bytes was reached
    kMachineShort,  // the machine had no memory left, though the limit was not reached
    kOutOfCpu,      // cpu_seconds was reached
    kOutOfTime,     // wall_seconds was reached
    kKilled,        // another process ended the child
  };
  Kind kind = kAnswered;
  std::string answer;  // for kAnswered
  std::string reason;  // otherwise: what happened, such as "crashed (SIGSEGV)"
};

class WorkerPool {
 public:
  // Runs in a child and returns the answer to a request. A std::bad_alloc becomes kOutOfMemory or
  // kMachineShort; any other exception becomes a crash.
  using Handler = std::function<std::string(std::string_view request, int fd)>;
  using MakeTask = std::function<std::optional<WorkerTask>(size_t number)>;
  using TakeOutcome = std::function<Result<void>(size_t number, WorkerOutcome outcome)>;

  WorkerPool(int jobs, WorkerLimits limits, Handler handler);
  ~WorkerPool();

  // Runs tasks 0 to count-1. `make` is called for a number when a child is free; if it returns
  // nothing, the number is skipped. `take` gets the outcomes as they come, not in order. A task
  // starts only when all tasks `window` or more numbers before it are finished, so that a caller
  // that needs the order has few outcomes to keep. Errors: those of `take` and of check_stop(); no
  // child can be started, confined (kRefused) or reached.
  Result<void> run(size_t count, const MakeTask& make, const TakeOutcome& take,
                   size_t window = 1024);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ofsearch
