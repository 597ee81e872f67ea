#include "common/workers/worker_pool.h"

#include "common/process/stop.h"
#include "common/workers/worker_process.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <set>
#include <vector>

namespace ofsearch {
namespace {

constexpr int kTickMilliseconds = 100;  // how often limits are looked at
constexpr int kAttemptsToStart = 3;     // a machine may be short of processes for a moment

void pause_for(long milliseconds) {
  timespec pause{0, milliseconds * 1'000'000};
  ::nanosleep(&pause, nullptr);
}

bool may_be_tried_again(WorkerOutcome::Kind kind) {
  return kind == WorkerOutcome::kCrashed || kind == WorkerOutcome::kKilled ||
         kind == WorkerOutcome::kOutOfMemory || kind == WorkerOutcome::kMachineShort;
}

}  // namespace

class WorkerPool::Impl {
 public:
  Impl(int jobs, WorkerLimits limits, Handler handler)
      : limits_(limits), handler_(std::move(handler)) {
    for (int i = 0; i < std::max(jobs, 1); ++i)
      children_.push_back({std::make_unique<WorkerProcess>(limits_, handler_), std::nullopt});
  }

  Result<void> run(size_t count, const MakeTask& make, const TakeOutcome& take, size_t window) {
    next_ = 0;
    unfinished_.clear();
    again_.clear();
    retried_.clear();
    auto feed_child = [&](Child* child) { return feed(child, count, window, make); };
    while (next_ < count || !unfinished_.empty()) {
      OF_CHECK(check_stop());
      for (Child& child : children_) OF_CHECK(feed_child(&child));
      wait_for_news();
      for (Child& child : children_)
        if (child.task) OF_CHECK(look_at(&child, feed_child, take));
    }
    return {};
  }

 private:
  struct Child {
    std::unique_ptr<WorkerProcess> process;
    std::optional<size_t> task;  // what it is at
  };
  using Feed = std::function<Result<void>(Child*)>;

  std::optional<size_t> next_task(size_t count, size_t window) {
    if (!again_.empty()) {
      size_t number = *again_.begin();
      again_.erase(again_.begin());
      return number;
    }
    if (next_ >= count || (!unfinished_.empty() && next_ >= *unfinished_.begin() + window))
      return std::nullopt;
    unfinished_.insert(next_);
    return next_++;
  }

  // A task that is tried again has a fresh child.
  Result<void> feed(Child* child, size_t count, size_t window, const MakeTask& make) {
    if (child->task) return {};
    std::optional<size_t> number = next_task(count, window);
    if (!number) return {};
    WorkerProcess& process = *child->process;
    bool worn = limits_.tasks_per_child > 0 && process.tasks_done() >= limits_.tasks_per_child;
    if (worn || retried_.count(*number) > 0) process.end();
    OF_CHECK(start(&process));
    std::optional<WorkerTask> task = make(*number);
    if (!task) {
      unfinished_.erase(*number);
      return {};
    }
    Result<void> given = give(&process, *task);
    if (task->fd >= 0) ::close(task->fd);
    OF_CHECK(given);
    child->task = number;
    return {};
  }

  static Result<void> start(WorkerProcess* process) {
    if (process->is_running()) return {};
    Result<void> started = process->start();
    for (int i = 1; i < kAttemptsToStart && !started; ++i) {
      if (started.error().code == ErrorCode::kRefused) return started;
      pause_for(50 * i);
      started = process->start();
    }
    return started;
  }

  // A child may have died while it was idle.
  static Result<void> give(WorkerProcess* process, const WorkerTask& task) {
    if (process->give(task)) return {};
    process->end();
    OF_CHECK(start(process));
    if (process->give(task)) return {};
    int number = errno;
    process->end();
    return Error{ErrorCode::kInternal,
                 fmt::format("cannot talk to a worker process: {}", std::strerror(number)), ""};
  }

  void wait_for_news() {
    std::vector<pollfd> sockets;
    for (const Child& child : children_)
      if (child.task) sockets.push_back({child.process->socket(), POLLIN, 0});
    if (sockets.empty()) return;
    if (::poll(sockets.data(), sockets.size(), kTickMilliseconds) < 0 && errno != EINTR)
      pause_for(1);
  }

  Result<void> look_at(Child* child, const Feed& feed_child, const TakeOutcome& take) {
    std::optional<WorkerOutcome> outcome = child->process->outcome();
    if (!outcome) return {};
    size_t number = *child->task;
    child->task.reset();
    bool answered = outcome->kind == WorkerOutcome::kAnswered;
    if (!answered) child->process->end();
    if (limits_.retry_crashes && may_be_tried_again(outcome->kind) &&
        retried_.insert(number).second) {
      again_.insert(number);
      return {};
    }
    unfinished_.erase(number);
    // The child is at its next task while its answer is looked at.
    Result<void> fed = answered ? feed_child(child) : Result<void>();
    OF_CHECK(take(number, std::move(*outcome)));
    return fed;
  }

  WorkerLimits limits_;
  Handler handler_;
  std::vector<Child> children_;
  size_t next_ = 0;
  std::set<size_t> unfinished_, again_, retried_;
};

WorkerPool::WorkerPool(int jobs, WorkerLimits limits, Handler handler)
    : impl_(std::make_unique<Impl>(jobs, limits, std::move(handler))) {}
WorkerPool::~WorkerPool() = default;

Result<void> WorkerPool::run(size_t count, const MakeTask& make, const TakeOutcome& take,
                             size_t window) {
  return impl_->run(count, make, take, window);
}

}  // namespace ofsearch
