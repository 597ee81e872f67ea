// Runs one worker process, as its parent sees it.
#pragma once

#include "common/workers/worker_messages.h"
#include "common/workers/worker_pool.h"

#include <sys/types.h>

#include <optional>
#include <string>

namespace ofsearch {

class WorkerProcess {
 public:
  WorkerProcess(const WorkerLimits& limits, const WorkerPool::Handler& handler)
      : limits_(limits), handler_(handler) {}
  ~WorkerProcess() { end(); }
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // Starts the process and waits until it is confined. Errors: it could not be started
  // (kUnreadable; a later try may succeed) or confined (kRefused).
  Result<void> start();
  bool is_running() const { return pid_ > 0; }
  int socket() const { return socket_; }
  size_t tasks_done() const { return tasks_done_; }

  // Sends it a task, without blocking. False, with errno, if its connection is lost.
  bool give(const WorkerTask& task);

  // Reads what has arrived, without blocking, and checks the limits. Returns the outcome of the
  // task, once there is one. If that is not kAnswered, the process is unusable: call end().
  std::optional<WorkerOutcome> outcome();

  // Ends it: an idle process by closing its socket, a busy one by SIGKILL. Returns its status.
  int end();

 private:
  Result<void> await_hello();
  bool receive_some();
  std::optional<WorkerOutcome> take_answer();
  std::optional<WorkerOutcome> broken_limit() const;
  WorkerOutcome outcome_of_end();

  const WorkerLimits& limits_;
  const WorkerPool::Handler& handler_;
  pid_t pid_ = -1;
  int socket_ = -1;
  bool busy_ = false;
  size_t tasks_done_ = 0;
  double started_ = 0, cpu_at_start_ = 0;
  std::string head_, body_;  // of an answer, as far as received
  enum { kOpen, kClosed, kFailed, kNonsense } connection_ = kOpen;
  int failure_ = 0;  // errno of kFailed
};

}  // namespace ofsearch
