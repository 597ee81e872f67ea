#include "common/system/last_words.h"

#include "common/system/exit_status.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

namespace ofsearch {
namespace {

// A line of fixed size: there may be no memory.
struct Line {
  char text[400];
  size_t size = 0;

  void add(const char* words) {
    for (; *words != '\0' && size < sizeof text - 1; ++words) {
      bool plain = *words >= ' ' && *words <= '~';
      text[size++] = plain ? *words : '?';
    }
  }
};

void say(const char* what, const char* more) {
  Line line;
  line.add(program_invocation_short_name);
  line.add(": ");
  line.add(what);
  line.add(more);
  line.text[line.size++] = '\n';
  [[maybe_unused]] ssize_t written = ::write(STDERR_FILENO, line.text, line.size);
}

constexpr char kNoMemory[] = "there is not enough memory";

void say_what_is_wrong() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    say(kNoMemory, "");
  } catch (const std::exception& error) {
    say("an unexpected error: ", error.what());
  } catch (...) {
    say("an unexpected error", "");
  }
}

[[noreturn]] void end_late(int, siginfo_t* late, void*) {
  say(static_cast<const char*>(late->si_value.sival_ptr), "");
  ::_exit(kExitIndex);
}

void expect_late() {
  struct sigaction action {};
  action.sa_sigaction = end_late;
  action.sa_flags = SA_SIGINFO;
  ::sigaction(SIGVTALRM, &action, nullptr);
}

constexpr int kFaults[] = {SIGSEGV, SIGBUS};

[[noreturn]] void end_at_fault(int) {
  say("memory was read or written where nothing is; an index may be damaged, see: ofindex --check",
      "");
  ::_exit(kExitIndex);
}

// Only what ends the process; a sanitizer or a test may have a handler of its own.
void exchange(int signal, sighandler_t from, sighandler_t to) {
  struct sigaction action {};
  if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != from) return;
  action = {};
  action.sa_handler = to;
  ::sigaction(signal, &action, nullptr);
}

void expect_faults() {
  for (int signal : kFaults) exchange(signal, SIG_DFL, end_at_fault);
}

thread_local int last_memories = 0;  // of this thread

// Is called as a new_handler.
void end_or_throw() {
  if (last_memories == 0) throw std::bad_alloc();
  say(kNoMemory, "");
  ::_exit(kExitIndex);
}

[[noreturn]] void terminate() {
  if (std::current_exception())
    say_what_is_wrong();
  else
    say("an unexpected error", "");
  ::_exit(kExitIndex);
}

void install() {
  std::set_terminate(terminate);
}

// Runs before the constructors of the libraries, which allocate memory as well.
__attribute__((section(".preinit_array"), used)) void (*const kInstall)() = install;

}  // namespace

int with_last_words(const std::function<int()>& body) {
  expect_faults();
  try {
    return body();
  } catch (...) {
    say_what_is_wrong();
    return kExitIndex;
  }
}

LastMemory::LastMemory() {
  static const bool kExpected = (std::set_new_handler(end_or_throw), true);
  static_cast<void>(kExpected);
  ++last_memories;
}

LastMemory::~LastMemory() {
  --last_memories;
}

LastMoment::LastMoment(std::chrono::seconds seconds, const char* what) {
  static const bool kExpected = (expect_late(), true);
  sigevent late{};
  late.sigev_notify = SIGEV_SIGNAL;
  late.sigev_signo = SIGVTALRM;
  late.sigev_value.sival_ptr = const_cast<char*>(what);
  is_set_ = kExpected && ::timer_create(CLOCK_THREAD_CPUTIME_ID, &late, &timer_) == 0;
  itimerspec once{};
  once.it_value.tv_sec = seconds.count();
  if (is_set_) ::timer_settime(timer_, 0, &once, nullptr);
}

LastMoment::~LastMoment() {
  if (is_set_) ::timer_delete(timer_);
}

void forget_last_words() {
  std::set_terminate(std::abort);
  for (int signal : kFaults) exchange(signal, end_at_fault, SIG_DFL);
}

}  // namespace ofsearch
