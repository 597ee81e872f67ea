#include "indexer/workers/worker_pool.h"

#include "common/system/stop.h"
#include "indexer/workers/sandbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <new>
#include <optional>
#include <set>
#include <vector>

namespace ofsearch {
namespace {

enum Status : uint32_t { kStatusOk, kStatusNoMemory };

struct AnswerHeader {
  uint32_t status = kStatusOk;
  uint64_t size = 0;
} __attribute__((packed));

constexpr uint64_t kLongestAnswer = 512u << 20;  // a child that claims more is broken
constexpr int kTickMilliseconds = 100;           // how often limits are looked at
constexpr double kSecondsToEnd = 1;              // for a child whose connection is closed

double seconds_of(clockid_t clock) {
  timespec time{};
  if (::clock_gettime(clock, &time) != 0) return 0;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double now() {
  return seconds_of(CLOCK_MONOTONIC);
}

double cpu_seconds(pid_t pid) {
  clockid_t clock{};
  return ::clock_getcpuclockid(pid, &clock) == 0 ? seconds_of(clock) : 0;
}

// ---- In the child ---------------------------------------------------------------------------

// MuPDF and the C library write warnings about bad documents to standard error; a night's mail
// should hold this program's sentences only. The sanitizers' reports must come through.
void silence_standard_streams() {
  int null = ::open("/dev/null", O_RDWR);
  if (null < 0) return;
  ::dup2(null, STDIN_FILENO);
  ::dup2(null, STDOUT_FILENO);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  ::dup2(null, STDERR_FILENO);
#endif
  if (null > STDERR_FILENO) ::close(null);
}

// The lock on the index and the other children's connections are the parent's alone.
void close_all_but(int keep) {
  ::close_range(STDERR_FILENO + 1, static_cast<unsigned>(keep) - 1, 0);
  ::close_range(static_cast<unsigned>(keep) + 1, ~0U, 0);
}

void limit_memory([[maybe_unused]] size_t bytes) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  if (bytes == 0) return;
  rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_DATA, &limit);
#endif
  rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
}

bool send_all(int fd, const void* data, size_t size) {
  const char* bytes = static_cast<const char*>(data);
  while (size > 0) {
    ssize_t n = ::send(fd, bytes, size, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes += n;
    size -= static_cast<size_t>(n);
  }
  return true;
}

bool receive_all(int fd, void* data, size_t size) {
  char* bytes = static_cast<char*>(data);
  while (size > 0) {
    ssize_t n = ::recv(fd, bytes, size, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes += n;
    size -= static_cast<size_t>(n);
  }
  return true;
}

union DescriptorMessage {
  char bytes[CMSG_SPACE(sizeof(int))];
  cmsghdr align;
};

bool send_task(int socket, const WorkerTask& task) {
  auto size = static_cast<uint32_t>(task.request.size());
  iovec part{&size, sizeof size};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  DescriptorMessage control{};
  if (task.fd >= 0) {
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &task.fd, sizeof(int));
  }
  return ::sendmsg(socket, &message, MSG_NOSIGNAL) == sizeof size &&
         send_all(socket, task.request.data(), task.request.size());
}

bool receive_task(int socket, WorkerTask* task) {
  uint32_t size = 0;
  iovec part{&size, sizeof size};
  DescriptorMessage control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  if (::recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != sizeof size) return false;
  task->fd = -1;
  if (cmsghdr* header = CMSG_FIRSTHDR(&message);
      header != nullptr && header->cmsg_type == SCM_RIGHTS)
    std::memcpy(&task->fd, CMSG_DATA(header), sizeof(int));
  task->request.resize(size);
  return receive_all(socket, task->request.data(), size);
}

void answer_one(int socket, const WorkerTask& task, const WorkerPool::Handler& handler) {
  AnswerHeader header;
  std::string answer;
  try {
    answer = handler(task.request, task.fd);
  } catch (const std::bad_alloc&) {
    header.status = kStatusNoMemory;
  }
  header.size = answer.size();
  if (!send_all(socket, &header, sizeof header) || !send_all(socket, answer.data(), answer.size()))
    ::_exit(1);
}

// _exit: destructors and exit handlers belong to the parent.
[[noreturn]] void child_main(int socket, pid_t parent, const WorkerLimits& limits,
                             const WorkerPool::Handler& handler) {
  restore_signals_in_child();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  silence_standard_streams();
  close_all_but(socket);
  limit_memory(limits.memory_bytes);
  if (limits.sandbox) enter_sandbox();
  WorkerTask task;
  while (receive_task(socket, &task)) {
    answer_one(socket, task, handler);
    if (task.fd >= 0) ::close(task.fd);
  }
  ::_exit(0);
}

// ---- In the parent --------------------------------------------------------------------------

struct Child {
  pid_t pid = -1;
  int socket = -1;
  size_t tasks_done = 0;
  std::optional<size_t> task;  // what it is at
  double started = 0, cpu_at_start = 0;
  std::string received;
  std::optional<WorkerOutcome> verdict;  // why the parent killed it
};

bool is_fault(int signal) {
  static const std::set<int> kFaults = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGTRAP};
  return kFaults.count(signal) > 0;
}

bool ended_within(pid_t pid, double seconds, int* status) {
  double deadline = now() + seconds;
  timespec pause{0, 200'000};
  while (::waitpid(pid, status, WNOHANG) == 0) {
    if (now() > deadline) return false;
    ::nanosleep(&pause, nullptr);
  }
  return true;
}

WorkerOutcome outcome_of_death(int status) {
  if (WIFSIGNALED(status)) {
    int signal = WTERMSIG(status);
    std::string name = fmt::format("SIG{}", ::sigabbrev_np(signal) ? ::sigabbrev_np(signal) : "?");
    if (is_fault(signal)) return {WorkerOutcome::kCrashed, "", fmt::format("crashed ({})", name)};
    return {WorkerOutcome::kKilled, "", fmt::format("was killed ({})", name)};
  }
  return {WorkerOutcome::kCrashed, "", fmt::format("ended with status {}", WEXITSTATUS(status))};
}

}  // namespace

class WorkerPool::Impl {
 public:
  Impl(int jobs, WorkerLimits limits, Handler handler)
      : limits_(limits),
        handler_(std::move(handler)),
        children_(static_cast<size_t>(std::max(jobs, 1))) {}

  ~Impl() {
    for (Child& child : children_) {
      if (child.pid > 0 && child.task) ::kill(child.pid, SIGKILL);
      end(&child);
    }
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
      OF_CHECK(wait_for_answers(feed_child, take));
    }
    return {};
  }

 private:
  Result<void> start(Child* child) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return cannot_start();
    pid_t parent = ::getpid();
    pid_t pid = ::fork();
    if (pid == 0) child_main(ends[1], parent, limits_, handler_);
    ::close(ends[1]);
    if (pid < 0) {
      ::close(ends[0]);
      return cannot_start();
    }
    *child = Child{};
    child->pid = pid;
    child->socket = ends[0];
    return {};
  }

  static Error cannot_start() {
    return {ErrorCode::kInternal,
            fmt::format("cannot start a worker process: {}", std::strerror(errno)),
            "use fewer with --jobs"};
  }

  // A child ends when its connection does; one that does not is made to. Its exit status.
  static int end(Child* child) {
    int status = 0;
    if (child->socket >= 0) ::close(child->socket);
    if (child->pid > 0 && !ended_within(child->pid, kSecondsToEnd, &status)) {
      ::kill(child->pid, SIGKILL);
      while (::waitpid(child->pid, &status, 0) < 0 && errno == EINTR) {
      }
    }
    *child = Child{};
    return status;
  }

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

  Result<void> feed(Child* child, size_t count, size_t window, const MakeTask& make) {
    if (child->task) return {};
    std::optional<size_t> number = next_task(count, window);
    if (!number) return {};
    bool worn = limits_.tasks_per_child > 0 && child->tasks_done >= limits_.tasks_per_child;
    if (child->pid > 0 && (worn || retried_.count(*number) > 0)) end(child);
    if (child->pid < 0) OF_CHECK(start(child));
    std::optional<WorkerTask> task = make(*number);
    if (!task) {
      unfinished_.erase(*number);
      return {};
    }
    child->task = number;
    child->started = now();
    child->cpu_at_start = cpu_seconds(child->pid);
    // A child that died while idle shows as end of file on its socket.
    send_task(child->socket, *task);
    if (task->fd >= 0) ::close(task->fd);
    return {};
  }

  using Feed = std::function<Result<void>(Child*)>;

  Result<void> wait_for_answers(const Feed& feed_child, const TakeOutcome& take) {
    std::vector<pollfd> sockets;
    std::vector<Child*> busy;
    for (Child& child : children_)
      if (child.task) {
        sockets.push_back({child.socket, POLLIN, 0});
        busy.push_back(&child);
      }
    if (busy.empty()) return {};
    ::poll(sockets.data(), sockets.size(), kTickMilliseconds);
    for (size_t i = 0; i < busy.size(); ++i) {
      if (sockets[i].revents != 0) OF_CHECK(receive(busy[i], feed_child, take));
      if (busy[i]->task && !busy[i]->verdict) enforce_limits(busy[i]);
    }
    return {};
  }

  Result<void> receive(Child* child, const Feed& feed_child, const TakeOutcome& take) {
    char buffer[1 << 16];
    ssize_t n = ::recv(child->socket, buffer, sizeof buffer, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return {};
    if (n <= 0) return child_died(child, take);
    child->received.append(buffer, static_cast<size_t>(n));
    AnswerHeader header;
    if (child->received.size() < sizeof header) return {};
    std::memcpy(&header, child->received.data(), sizeof header);
    if (header.size > kLongestAnswer) {
      ::kill(child->pid, SIGKILL);
      child->verdict = WorkerOutcome{WorkerOutcome::kCrashed, "", "gave no sensible answer"};
      return {};
    }
    child->received.reserve(sizeof header + header.size);
    if (child->received.size() < sizeof header + header.size) return {};
    WorkerOutcome outcome;
    outcome.answer = child->received.substr(sizeof header);
    if (header.status != kStatusOk) outcome = out_of_memory();
    child->received.clear();
    ++child->tasks_done;
    return finish(child, std::move(outcome), feed_child, take);
  }

  Result<void> child_died(Child* child, const TakeOutcome& take) {
    size_t number = *child->task;
    std::optional<WorkerOutcome> verdict = child->verdict;
    WorkerOutcome outcome = outcome_of_death(end(child));
    if (verdict) outcome = *verdict;
    bool retry =
        limits_.retry_crashes &&
        (outcome.kind == WorkerOutcome::kCrashed || outcome.kind == WorkerOutcome::kKilled) &&
        retried_.insert(number).second;
    if (retry) {
      again_.insert(number);
      return {};
    }
    unfinished_.erase(number);
    return take(number, std::move(outcome));
  }

  // The child is at its next task while its answer is looked at. One without memory is left with a
  // torn heap, and one whose answer came as its time ran out is being killed: a fresh one takes
  // over.
  Result<void> finish(Child* child, WorkerOutcome outcome, const Feed& feed_child,
                      const TakeOutcome& take) {
    size_t number = *child->task;
    child->task.reset();
    if (outcome.kind == WorkerOutcome::kOutOfMemory || child->verdict) end(child);
    unfinished_.erase(number);
    Result<void> fed = feed_child(child);
    OF_CHECK(take(number, std::move(outcome)));
    return fed;
  }

  WorkerOutcome out_of_memory() const {
    return {WorkerOutcome::kOutOfMemory, "",
            fmt::format("needed more than {} MB of memory", limits_.memory_bytes >> 20)};
  }

  void enforce_limits(Child* child) {
    double cpu = cpu_seconds(child->pid) - child->cpu_at_start;
    if (limits_.cpu_seconds > 0 && cpu > limits_.cpu_seconds)
      child->verdict =
          WorkerOutcome{WorkerOutcome::kOutOfCpu, "",
                        fmt::format("computed for more than {:.0f} s", limits_.cpu_seconds)};
    else if (limits_.wall_seconds > 0 && now() - child->started > limits_.wall_seconds)
      child->verdict =
          WorkerOutcome{WorkerOutcome::kOutOfTime, "",
                        fmt::format("gave no answer in {:.0f} s", limits_.wall_seconds)};
    if (child->verdict) ::kill(child->pid, SIGKILL);
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
