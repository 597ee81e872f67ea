#include "common/system/last_words.h"

#include "common/system/exit_status.h"
#include "tests/support/catch.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

namespace ofsearch {
namespace {

TEST_CASE("A program that has no end says so and ends", "[last_words]") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    const LastMoment last(1, "the search has no end");
    for (;;) ::pause();
  }
  ::close(ends[1]);
  constexpr int kPatience = 10000;  // milliseconds
  pollfd said{ends[0], POLLIN, 0};
  const bool in_time = ::poll(&said, 1, kPatience) == 1;
  if (!in_time) ::kill(child, SIGKILL);
  CHECK(in_time);
  char text[200];
  const ssize_t size = ::read(ends[0], text, sizeof text);
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == kExitIndex);
  REQUIRE(size > 0);
  CHECK(std::string(text, static_cast<size_t>(size)).ends_with(": the search has no end\n"));
}

TEST_CASE("A program that ends in time hears nothing of it", "[last_words]") {
  { const LastMoment last(1, "too late"); }
  CHECK(::sleep(2) == 0);  // no signal
}

}  // namespace
}  // namespace ofsearch
