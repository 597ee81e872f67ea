#include "common/system/last_words.h"

#include "common/system/exit_status.h"
#include "tests/support/catch.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <functional>
#include <new>
#include <string>
#include <thread>

namespace ofsearch {
namespace {

using std::chrono::milliseconds, std::chrono::seconds;

// Uses up processor time of the thread that calls it.
void work(milliseconds time) {
  const std::clock_t end = std::clock() + time.count() * (CLOCKS_PER_SEC / 1000);
  while (std::clock() < end) {
  }
}

struct End {
  int status = 0;
  std::string words;  // on standard error
};

// Of a process that does `body`; one that does not end is killed.
End end_of(const std::function<void()>& body) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[0]), ::close(ends[1]);
    body();
    ::_exit(kExitOk);
  }
  ::close(ends[1]);
  constexpr int kPatience = 120000;  // milliseconds; a machine may be busy
  pollfd said{ends[0], POLLIN, 0};
  if (::poll(&said, 1, kPatience) != 1) ::kill(child, SIGKILL);
  char text[200];
  const ssize_t size = ::read(ends[0], text, sizeof text);
  ::close(ends[0]);
  End end;
  if (size > 0) end.words.assign(text, static_cast<size_t>(size));
  REQUIRE(::waitpid(child, &end.status, 0) == child);
  return end;
}

void check_late(const End& end) {
  CHECK(WIFEXITED(end.status));
  CHECK(WEXITSTATUS(end.status) == kExitIndex);
  CHECK(end.words.ends_with(": the search has no end\n"));
}

TEST_CASE("A program that has no end says so and ends", "[last_words]") {
  check_late(end_of([] {
    const LastMoment last(seconds(1), "the search has no end");
    work(seconds(60));
  }));
}

TEST_CASE("Of several threads, the one that has no end ends the program", "[last_words]") {
  check_late(end_of([] {
    const LastMoment patient(seconds(50), "not this one");
    std::thread([] {
      const LastMoment last(seconds(1), "the search has no end");
      work(seconds(60));
    }).join();
  }));
}

TEST_CASE("A program that ends in time, or waits while others work, hears nothing of it",
          "[last_words]") {
  const End end = end_of([] {
    { const LastMoment last(seconds(1), "too late"); }
    work(milliseconds(1200));
    const LastMoment waiting(seconds(1), "time was counted in which it waited");
    std::thread([] { work(milliseconds(1200)); }).join();
  });
  CHECK(end.words.empty());
  CHECK(end.status == 0);
}

TEST_CASE("Memory that is missing ends a program with a sentence only where that is asked for",
          "[last_words]") {
  const End end = end_of([] {
    const auto ask = [] { std::get_new_handler()(); };  // as `new` does
    { const LastMemory memory; }
    try {
      ask();
    } catch (const std::bad_alloc&) {
      const LastMemory memory;
      std::thread([&] { CHECK_THROWS_AS(ask(), std::bad_alloc); }).join();
      ask();
    }
  });
  CHECK(WIFEXITED(end.status));
  CHECK(WEXITSTATUS(end.status) == kExitIndex);
  CHECK(end.words.ends_with(": there is not enough memory\n"));
}

// A fault, as Xapian meets one if a table of an index names a place outside of its block. Not by
// reading there: sanitizers would report that.
int meet_fault() {
  return std::raise(SIGSEGV);
}

void without_handlers_of_the_tests() {
  std::signal(SIGSEGV, SIG_DFL);
}

TEST_CASE("A program that reads where nothing is ends with a sentence", "[last_words]") {
  const End end = end_of([] {
    without_handlers_of_the_tests();
    with_last_words(meet_fault);
  });
  CHECK(WIFEXITED(end.status));
  CHECK(WEXITSTATUS(end.status) == kExitIndex);
  CHECK(end.words.ends_with("; an index may be damaged, see: ofindex --check\n"));
}

TEST_CASE("A child whose parent reports how it ended does so by the signal", "[last_words]") {
  const End end = end_of([] {
    without_handlers_of_the_tests();
    with_last_words([] {
      forget_last_words();
      return meet_fault();
    });
  });
  CHECK(WIFSIGNALED(end.status));
  CHECK(end.words.empty());
}

}  // namespace
}  // namespace ofsearch
