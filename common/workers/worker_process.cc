#include "common/workers/worker_process.h"

#include "common/workers/worker_child.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <set>

namespace ofsearch {
namespace {

constexpr double kSecondsToStart = 30;  // a machine under load forks slowly
constexpr double kSecondsToEnd = 1;     // for a child whose connection is closed
constexpr double kSecondsToDie = 10;    // for one that was killed
constexpr size_t kPiece = 1 << 16;

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

void pause_shortly() {
  timespec pause{0, 200'000};
  ::nanosleep(&pause, nullptr);
}

bool is_fault(int signal) {
  static const std::set<int> kFaults = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGTRAP};
  return kFaults.count(signal) > 0;
}

bool ended_within(pid_t pid, double seconds, int* status) {
  double deadline = now() + seconds;
  while (errno = 0, ::waitpid(pid, status, WNOHANG) != pid) {
    if (errno == ECHILD && ::kill(pid, 0) != 0) return true;
    if (now() > deadline) return false;
    pause_shortly();
  }
  return true;
}

Error cannot_start(const std::string& why) {
  return {ErrorCode::kUnreadable, fmt::format("cannot start a worker process: {}", why),
          "use fewer with --jobs"};
}

}  // namespace

Result<void> WorkerProcess::start() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return cannot_start(std::strerror(errno));
  pid_t parent = ::getpid();
  pid_t pid = ::fork();
  if (pid == 0) live_as_worker(ends[1], parent, limits_, handler_);
  int number = errno;
  ::close(ends[1]);
  if (pid < 0) {
    ::close(ends[0]);
    return cannot_start(std::strerror(number));
  }
  pid_ = pid;
  socket_ = ends[0];
  tasks_done_ = 0;
  connection_ = kOpen;
  head_.clear();
  body_.clear();
  Result<void> ready = await_hello();
  if (!ready) end();
  return ready;
}

Result<void> WorkerProcess::await_hello() {
  double deadline = now() + kSecondsToStart;
  while (connection_ == kOpen && now() < deadline) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, 100) < 0) pause_shortly();
    if (!receive_some()) continue;
    AnswerHeader header;
    std::memcpy(&header, head_.data(), sizeof header);
    std::string text = std::move(body_);
    head_.clear();
    body_.clear();
    if (header.status == AnswerStatus::kReady) return {};
    return Error{
        ErrorCode::kRefused,
        fmt::format("documents are not read, for who reads them cannot be confined: {}", text),
        "allow seccomp filters here, or read documents that you trust with --no-sandbox"};
  }
  return cannot_start(connection_ != kOpen ? "it ended at once" : "it does not answer");
}

bool WorkerProcess::give(const WorkerTask& task) {
  if (!send_task(socket_, task, false)) return false;
  busy_ = true;
  started_ = now();
  cpu_at_start_ = cpu_seconds(pid_);
  return true;
}

// True when an answer is complete.
bool WorkerProcess::receive_some() {
  char piece[kPiece];
  while (true) {
    AnswerHeader header;
    size_t missing = sizeof header - head_.size();
    if (missing == 0) {
      std::memcpy(&header, head_.data(), sizeof header);
      if (header.size > kLongestAnswer) connection_ = kNonsense;
      if (connection_ == kNonsense || body_.size() == header.size) return connection_ == kOpen;
      missing = header.size - body_.size();
    }
    std::string& part = head_.size() < sizeof header ? head_ : body_;
    ssize_t n = ::recv(socket_, piece, std::min(missing, kPiece), MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return false;
    if (n <= 0) {
      failure_ = errno;
      connection_ = n < 0 ? kFailed : kClosed;
      return false;
    }
    part.append(piece, static_cast<size_t>(n));
  }
}

std::optional<WorkerOutcome> WorkerProcess::outcome() {
  if (receive_some()) return take_answer();
  if (connection_ != kOpen) return outcome_of_end();
  return broken_limit();
}

std::optional<WorkerOutcome> WorkerProcess::take_answer() {
  AnswerHeader header;
  std::memcpy(&header, head_.data(), sizeof header);
  WorkerOutcome outcome;
  if (header.status == AnswerStatus::kOk)
    outcome.answer = std::move(body_);
  else if (header.status == AnswerStatus::kMachineShort)
    outcome = {WorkerOutcome::kMachineShort, "", "was given no memory by the machine"};
  else
    outcome = {WorkerOutcome::kOutOfMemory, "",
               fmt::format("needed more than {} MB of memory", limits_.memory_bytes >> 20)};
  head_.clear();
  body_.clear();
  busy_ = false;
  ++tasks_done_;
  return outcome;
}

std::optional<WorkerOutcome> WorkerProcess::broken_limit() const {
  double cpu = cpu_seconds(pid_) - cpu_at_start_;
  if (limits_.cpu_seconds > 0 && cpu > limits_.cpu_seconds)
    return WorkerOutcome{WorkerOutcome::kOutOfCpu, "",
                         fmt::format("computed for more than {:.0f} s", limits_.cpu_seconds)};
  if (limits_.wall_seconds > 0 && now() - started_ > limits_.wall_seconds)
    return WorkerOutcome{WorkerOutcome::kOutOfTime, "",
                         fmt::format("gave no answer in {:.0f} s", limits_.wall_seconds)};
  return std::nullopt;
}

WorkerOutcome WorkerProcess::outcome_of_end() {
  int status = end();
  if (connection_ == kNonsense) return {WorkerOutcome::kCrashed, "", "gave no sensible answer"};
  if (connection_ == kFailed)
    return {WorkerOutcome::kKilled, "", fmt::format("was lost ({})", std::strerror(failure_))};
  if (WIFSIGNALED(status)) {
    int signal = WTERMSIG(status);
    std::string name = fmt::format("SIG{}", ::sigabbrev_np(signal) ? ::sigabbrev_np(signal) : "?");
    if (is_fault(signal)) return {WorkerOutcome::kCrashed, "", fmt::format("crashed ({})", name)};
    return {WorkerOutcome::kKilled, "", fmt::format("was killed ({})", name)};
  }
  int code = WEXITSTATUS(status);
  bool connection = code == 0 || code == kExitConnection;
  return {connection ? WorkerOutcome::kKilled : WorkerOutcome::kCrashed, "",
          connection ? "ended before it answered" : fmt::format("ended with status {}", code)};
}

int WorkerProcess::end() {
  int status = 0;
  if (socket_ >= 0) ::close(socket_);
  if (pid_ > 0) {
    if (busy_ && connection_ != kClosed) ::kill(pid_, SIGKILL);
    if (!ended_within(pid_, kSecondsToEnd, &status)) {
      ::kill(pid_, SIGKILL);
      ended_within(pid_, kSecondsToDie, &status);
    }
  }
  pid_ = -1;
  socket_ = -1;
  busy_ = false;
  return status;
}

}  // namespace ofsearch
