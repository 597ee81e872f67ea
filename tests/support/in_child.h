// A piece of a test in a process of its own, for what cannot be taken back: rights that are given
// up, limits, signals. A child that hangs is a failure, never a test that hangs.
#pragma once

#include "tests/support/catch.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <exception>

namespace ofsearch::test {

// Checks that `body` returns true in a child, within `seconds`.
template <typename Body>
void in_child(const Body& body, unsigned seconds = 20) {
  pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (int signal : {SIGALRM, SIGSEGV, SIGABRT}) std::signal(signal, SIG_DFL);
    ::alarm(seconds);
    bool good = false;
    try {
      good = body();
    } catch (...) {
    }
    ::_exit(good ? 0 : 1);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  INFO("status of the child: " << status);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}

}  // namespace ofsearch::test
