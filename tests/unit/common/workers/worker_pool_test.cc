#include "common/workers/worker_pool.h"

#include "common/workers/worker_child.h"
#include "common/workers/worker_messages.h"
#include "tests/support/catch.h"
#include "tests/support/in_child.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <new>
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
  // These end by themselves in the end, so that a pool which does not give them up fails its test.
  if (request == "spin") {
    constexpr auto kSpun = 20 * CLOCKS_PER_SEC;
    for (auto begun = std::clock(); std::clock() - begun < kSpun;) continue;
  }
  if (request == "sleep") ::sleep(20);
  if (request == "balloon") return std::string(1u << 30, 'x');
  return "answer to " + std::string(request);
}

// A filter under which no further filter goes in: as on a kernel without them.
void refuse_filters() {
  sock_filter rules[] = {
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, SYS_seccomp},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EINVAL},
  };
  sock_fprog program{static_cast<unsigned short>(std::size(rules)), rules};
  REQUIRE(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
  REQUIRE(::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0);
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

TEST_CASE("no task is begun that is further ahead of the first unfinished one than the window") {
  auto linger = [](std::string_view request, int) {
    if (request == "0") ::usleep(500'000);
    return std::string(request);
  };
  WorkerPool pool(2, {}, linger);
  size_t furthest = 0;
  bool first_is_taken = false;
  auto make = [&](size_t number) {
    if (!first_is_taken) furthest = number;
    return WorkerTask{std::to_string(number), -1};
  };
  auto take = [&](size_t number, const WorkerOutcome&) {
    first_is_taken = first_is_taken || number == 0;
    return Result<void>();
  };
  REQUIRE(pool.run(20, make, take, 3));
  // Its child is given the next task before its answer is looked at.
  CHECK(furthest >= 2);
  CHECK(furthest <= 3);
}

TEST_CASE("a task that misbehaves costs itself only, and its outcome says how") {
  WorkerLimits limits;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  limits.memory_bytes = 256u << 20;
#endif
  limits.cpu_seconds = 0.4;  // and no limit of elapsed time, of which a busy machine takes any
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

TEST_CASE("a task that does nothing is given up in time") {
  WorkerLimits limits;
  limits.wall_seconds = 1;
  auto outcomes = run_pool(1, limits, misbehave, {"sleep"});
  CHECK(outcomes[0].kind == WorkerOutcome::kOutOfTime);
  CHECK(outcomes[0].reason == "gave no answer in 1 s");
  limits.wall_seconds = 60;  // the next one has time
  CHECK(run_pool(1, limits, misbehave, {"a"})[0].kind == WorkerOutcome::kAnswered);
}

TEST_CASE("a child is confined where its pool says so, and only there") {
  auto attempt = [](std::string_view, int) -> std::string {
    return ::open("/etc/passwd", O_RDONLY) < 0 ? "refused" : "done";
  };
  WorkerLimits limits;
  CHECK(run_pool(1, limits, attempt, {"x"})[0].answer == "done");
  limits.sandbox = true;
  CHECK(run_pool(1, limits, attempt, {"x"})[0].answer == "refused");
}

TEST_CASE("a child that cannot be confined reads nothing") {
  int tasks = 0;
  test::in_child([&] {
    refuse_filters();
    WorkerLimits limits;
    limits.sandbox = true;
    WorkerPool pool(1, limits, misbehave);
    auto result = pool.run(
        1,
        [](size_t) {
          return WorkerTask{"x", -1};
        },
        [&](size_t, const WorkerOutcome&) {
          ++tasks;
          return Result<void>();
        });
    return !result && result.error().code == ErrorCode::kRefused && tasks == 0 &&
           result.error().hint.find("--no-sandbox") != std::string::npos;
  });
}

TEST_CASE("a child that cannot be confined says so and ends") {
  test::in_child([] {
    refuse_filters();
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return false;
    const pid_t parent = ::getpid(), child = ::fork();
    if (child == 0) {
      WorkerLimits limits;
      limits.sandbox = true;
      live_as_worker(ends[1], parent, limits, misbehave);
    }
    ::close(ends[1]);
    AnswerStatus status{};
    std::string words;
    const bool said = receive_answer(ends[0], &status, &words);
    const bool refused = said && status == AnswerStatus::kNotReady;
    const bool said_more = receive_answer(ends[0], &status, &words);
    ::close(ends[0]);
    int ended = 0;
    ::waitpid(child, &ended, 0);
    return refused && !said_more && WIFEXITED(ended) && WEXITSTATUS(ended) == kExitConnection;
  });
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("memory that the machine does not give is no fault of the document") {
  test::in_child([] {
    rlimit address_space{512u << 20, 512u << 20};
    if (::setrlimit(RLIMIT_AS, &address_space) != 0) return false;
    WorkerLimits limits;
    limits.memory_bytes = 4096ul << 20;
    auto outcomes = run_pool(1, limits, misbehave, {"balloon", "a"});
    return outcomes[0].kind == WorkerOutcome::kMachineShort &&
           outcomes[0].reason == "was given no memory by the machine" &&
           outcomes[1].answer == "answer to a";
  });
}

// While it lives, the machine gives little.
class Shortage {
 public:
  Shortage() {
    ::getrlimit(RLIMIT_AS, &before_);
    const rlimit little{512u << 20, before_.rlim_max};
    ::setrlimit(RLIMIT_AS, &little);
  }
  ~Shortage() { ::setrlimit(RLIMIT_AS, &before_); }

 private:
  rlimit before_{};
};

TEST_CASE("a shortage that is over when the document is given up was one all the same") {
  WorkerLimits limits;
  limits.memory_bytes = 4096ul << 20;
  auto want = [](std::string_view, int) {
    const Shortage shortage;
    return std::string(1u << 30, 'x');
  };
  CHECK(run_pool(1, limits, want, {"x"})[0].kind == WorkerOutcome::kMachineShort);
}
#endif

TEST_CASE("memory that was missing once is asked for again") {
  WorkerLimits limits;
  limits.retry_crashes = true;
  auto shared = static_cast<std::atomic<int>*>(
      ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  auto fail_once = [&](std::string_view, int) -> std::string {
    if (shared->fetch_add(1) == 0) throw std::bad_alloc();
    return "read";
  };
  CHECK(run_pool(1, limits, fail_once, {"x"})[0].answer == "read");
  ::munmap(shared, 4096);
}

TEST_CASE("an answer that claims to be endless is nonsense") {
  auto lie = [](std::string_view, int) -> std::string {
    AnswerHeader header{AnswerStatus::kOk, 1ull << 40};
    for (int fd = 3; fd < 64; ++fd) ::send(fd, &header, sizeof header, MSG_NOSIGNAL);
    ::pause();
    return "";
  };
  WorkerLimits limits;
  limits.wall_seconds = 60;  // who believes it waits
  auto outcomes = run_pool(1, limits, lie, {"x"});
  CHECK(outcomes[0].kind == WorkerOutcome::kCrashed);
  CHECK(outcomes[0].reason == "gave no sensible answer");
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
