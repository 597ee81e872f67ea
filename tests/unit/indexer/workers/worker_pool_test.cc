#include "indexer/workers/worker_pool.h"

#include "indexer/workers/sandbox.h"
#include "tests/support/catch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>
#include <vector>

using namespace ofsearch;

namespace {

// Outcomes of the requests, by number.
std::map<size_t, WorkerOutcome> run_pool(int jobs, WorkerLimits limits,
                                         const WorkerPool::Handler& handler,
                                         const std::vector<std::string>& requests) {
  std::map<size_t, WorkerOutcome> outcomes;
  WorkerPool pool(jobs, limits, handler);
  auto result = pool.run(
      requests.size(),
      [&](size_t i) {
        return WorkerTask{requests[i], -1};
      },
      [&](size_t i, WorkerOutcome outcome) {
        outcomes[i] = std::move(outcome);
        return Result<void>();
      });
  REQUIRE(result);
  return outcomes;
}

// What a hostile document can make a parser do.
std::string misbehave(std::string_view request, int) {
  if (request == "crash") {
    std::signal(SIGSEGV, SIG_DFL);  // the sanitizers would make an exit status of it
    std::raise(SIGSEGV);
  }
  if (request == "abort") {
    std::signal(SIGABRT, SIG_DFL);  // Catch would report, which the thread sanitizer never ends
    std::abort();
  }
  if (request == "exit") ::_exit(7);
  if (request == "killed") std::raise(SIGKILL);
  if (request == "spin")
    for (volatile int turns = 0;;) turns = turns + 1;
  if (request == "sleep") ::pause();
  if (request == "balloon") return std::string(1u << 30, 'x');
  return "answer to " + std::string(request);
}

}  // namespace

TEST_CASE("every task is answered, whatever the number of children") {
  std::vector<std::string> requests;
  for (int i = 0; i < 100; ++i) requests.push_back(std::to_string(i));
  for (int jobs : {1, 2, 7}) {
    auto outcomes = run_pool(jobs, {}, misbehave, requests);
    REQUIRE(outcomes.size() == requests.size());
    for (size_t i = 0; i < requests.size(); ++i)
      CHECK(outcomes[i].answer == "answer to " + requests[i]);
  }
}

TEST_CASE("a child is at its next task while its last answer is looked at") {
  WorkerPool pool(1, {}, misbehave);
  std::vector<std::string> events;
  auto make = [&](size_t number) {
    events.push_back("make " + std::to_string(number));
    return WorkerTask{std::to_string(number), -1};
  };
  auto take = [&](size_t number, const WorkerOutcome&) {
    events.push_back("take " + std::to_string(number));
    return Result<void>();
  };
  REQUIRE(pool.run(3, make, take));
  CHECK(events ==
        std::vector<std::string>{"make 0", "make 1", "take 0", "make 2", "take 1", "take 2"});
}

TEST_CASE("a task that misbehaves costs itself only, and its outcome says how") {
  WorkerLimits limits;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  limits.memory_bytes = 256u << 20;
#endif
  limits.cpu_seconds = 0.4;
  limits.wall_seconds = 4;
  limits.retry_crashes = true;
  struct Case {
    std::string request;
    WorkerOutcome::Kind kind;
    std::string reason;
  };
  std::vector<Case> cases = {
      {"a", WorkerOutcome::kAnswered, ""},
      {"crash", WorkerOutcome::kCrashed, "crashed (SIGSEGV)"},
      {"abort", WorkerOutcome::kCrashed, "crashed (SIGABRT)"},
      {"b", WorkerOutcome::kAnswered, ""},
      {"exit", WorkerOutcome::kCrashed, "ended with status 7"},
      {"killed", WorkerOutcome::kKilled, "was killed (SIGKILL)"},
      {"spin", WorkerOutcome::kOutOfCpu, "computed for more than 0 s"},
      {"sleep", WorkerOutcome::kOutOfTime, "gave no answer in 4 s"},
      {"c", WorkerOutcome::kAnswered, ""},
  };
  if (limits.memory_bytes > 0)
    cases.push_back({"balloon", WorkerOutcome::kOutOfMemory, "needed more than 256 MB of memory"});
  std::vector<std::string> requests;
  for (const Case& c : cases) requests.push_back(c.request);
  auto outcomes = run_pool(2, limits, misbehave, requests);
  for (size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].request);
    CHECK(outcomes[i].kind == cases[i].kind);
    CHECK(outcomes[i].reason == cases[i].reason);
  }
}

TEST_CASE("a child may not open files, connect or start programs") {
  if (!sandbox_available()) return;
  WorkerLimits limits;
  limits.sandbox = true;
  auto attempt = [](std::string_view request, int) -> std::string {
    if (request == "read") return ::open("/etc/passwd", O_RDONLY) < 0 ? "refused" : "done";
    if (request == "write")
      return ::open("/tmp", O_TMPFILE | O_RDWR, 0600) < 0 ? "refused" : "done";
    if (request == "connect") return ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? "refused" : "done";
    if (request == "fork") return ::fork() < 0 ? "refused" : "done";
    ::execl("/bin/true", "true", nullptr);
    return "refused";
  };
  std::vector<std::string> requests = {"read", "write", "connect", "fork", "exec"};
  auto outcomes = run_pool(1, limits, attempt, requests);
  for (size_t i = 0; i < requests.size(); ++i) {
    INFO(requests[i]);
    CHECK(outcomes[i].answer == "refused");
  }
}

TEST_CASE("a child is refused every call that names a file, a process or an address") {
  if (!sandbox_available()) return;
  WorkerLimits limits;
  limits.sandbox = true;
  struct Case {
    const char* what;
    long number;
  };
  static constexpr Case kCases[] = {
      {"open", SYS_openat},
      {"open with rules", SYS_openat2},
      {"open by handle", SYS_open_by_handle_at},
      {"remove", SYS_unlinkat},
      {"rename", SYS_renameat2},
      {"make a folder", SYS_mkdirat},
      {"make a link", SYS_symlinkat},
      {"give another name", SYS_linkat},
      {"change rights", SYS_fchmodat},
      {"change an open file's rights", SYS_fchmod},
      {"change times", SYS_utimensat},
      {"shorten", SYS_truncate},
      {"shorten an open file", SYS_ftruncate},
      {"list a folder", SYS_getdents64},
      {"go to a folder", SYS_chdir},
      {"follow a link", SYS_readlinkat},
      {"watch", SYS_inotify_init1},
      {"file in memory", SYS_memfd_create},
      {"copy a descriptor", SYS_dup},
      {"control a descriptor", SYS_fcntl},
      {"control a device", SYS_ioctl},
      {"connect", SYS_connect},
      {"listen", SYS_bind},
      {"pair of sockets", SYS_socketpair},
      {"queue of calls", SYS_io_uring_setup},
      {"signal to a process", SYS_kill},
      {"limits of a process", SYS_prlimit64},
      {"memory of a process", SYS_process_vm_readv},
      {"trace a process", SYS_ptrace},
      {"start a process", SYS_clone},
      {"start a program", SYS_execveat},
      {"session of its own", SYS_setsid},
      {"rights of its own", SYS_prctl},
  };
  auto attempt = [](std::string_view request, int) -> std::string {
    errno = 0;
    bool refused = ::syscall(std::stol(std::string(request)), 0, 0, 0, 0, 0, 0) == -1;
    return refused && errno == EPERM ? "refused" : fmt::format("{}", std::strerror(errno));
  };
  std::vector<std::string> requests;
  for (const Case& c : kCases) requests.push_back(std::to_string(c.number));
  auto outcomes = run_pool(1, limits, attempt, requests);
  for (size_t i = 0; i < requests.size(); ++i) {
    INFO(kCases[i].what);
    CHECK(outcomes[i].answer == "refused");
  }
}

TEST_CASE("a child reads the descriptor that goes with its task") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], "hello", 5) == 5);
  ::close(ends[1]);
  WorkerLimits limits;
  limits.sandbox = true;
  WorkerPool pool(1, limits, [](std::string_view, int fd) {
    char text[16];
    ssize_t size = ::read(fd, text, sizeof text);
    return std::string(text, size > 0 ? static_cast<size_t>(size) : 0);
  });
  std::string answer;
  auto result = pool.run(
      1,
      [&](size_t) {
        return WorkerTask{"", ends[0]};
      },
      [&](size_t, const WorkerOutcome& outcome) {
        answer = outcome.answer;
        return Result<void>();
      });
  REQUIRE(result);
  CHECK(answer == "hello");
}

TEST_CASE("a task that could not be made is passed over") {
  WorkerPool pool(2, {}, misbehave);
  size_t outcomes = 0;
  auto result = pool.run(
      10,
      [](size_t i) -> std::optional<WorkerTask> {
        if (i % 2 == 0) return std::nullopt;
        return WorkerTask{"x", -1};
      },
      [&](size_t, const WorkerOutcome&) {
        ++outcomes;
        return Result<void>();
      });
  REQUIRE(result);
  CHECK(outcomes == 5);
}

TEST_CASE("an error of the caller ends the run") {
  WorkerPool pool(2, {}, misbehave);
  auto result = pool.run(
      10,
      [](size_t i) {
        return WorkerTask{std::to_string(i), -1};
      },
      [&](size_t, const WorkerOutcome&) -> Result<void> {
        return Error{ErrorCode::kInternal, "the disk is full", ""};
      });
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "the disk is full");
}

TEST_CASE("an answer of many megabytes arrives whole") {
  auto outcomes =
      run_pool(1, {}, [](std::string_view, int) { return std::string(50u << 20, 'y'); }, {"big"});
  CHECK(outcomes[0].answer == std::string(50u << 20, 'y'));
}
