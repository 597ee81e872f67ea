// Work done in child processes: several tasks side by side, and none that crashes, hangs or
// swallows memory takes the program with it.
//
// A child is forked from this process, so the handler sees everything that was in memory when the
// pool was made. Tasks go to it and answers come back over a socket (worker_messages.h).
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
  double cpu_seconds = 0;      // computing, for one task
  double wall_seconds = 0;     // until the answer, for one task
  bool sandbox = false;        // no files, no network, no other processes: common/system/sandbox.h
  size_t tasks_per_child = 0;  // then a fresh child takes over
  bool retry_crashes = false;  // once, in a fresh child, before a task is given up
};

struct WorkerOutcome {
  enum Kind {
    kAnswered,
    kCrashed,       // the child died of a fault of its own (SIGSEGV, abort, ...)
    kOutOfMemory,   // the limit was reached
    kMachineShort,  // the machine gave no memory, though the limit leaves some
    kOutOfCpu,
    kOutOfTime,  // no answer in time, though it hardly computed
    kKilled,     // something from outside ended the child
  };
  Kind kind = kAnswered;
  std::string answer;  // of kAnswered
  std::string reason;  // else: what happened, such as "crashed (SIGSEGV)"
};

class WorkerPool {
 public:
  // Runs in a child: the answer to a request. A std::bad_alloc becomes kOutOfMemory or
  // kMachineShort; any other exception, a crash.
  using Handler = std::function<std::string(std::string_view request, int fd)>;
  using MakeTask = std::function<std::optional<WorkerTask>(size_t number)>;
  using TakeOutcome = std::function<Result<void>(size_t number, WorkerOutcome outcome)>;

  WorkerPool(int jobs, WorkerLimits limits, Handler handler);
  ~WorkerPool();

  // Hands out tasks 0 to count-1, made when a child is free (a number for which `make` gives no
  // task is passed over), and their outcomes as they come: not
  // in order, but no task starts while one `window` numbers before it is unfinished, so that a
  // caller who needs the order has little to keep. Errors: of `take`, of check_stop(), and when no
  // child can be started, confined (kRefused) or talked to.
  Result<void> run(size_t count, const MakeTask& make, const TakeOutcome& take,
                   size_t window = 1024);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ofsearch
