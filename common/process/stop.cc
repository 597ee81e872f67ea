#include "common/process/stop.h"

#include <fmt/format.h>

#include <csignal>
#include <string>

namespace ofsearch {
namespace {

volatile std::sig_atomic_t stop_signal = 0;

void note_signal(int number) {
  stop_signal = number;
}

void handle(int number, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(number, &action, nullptr);  // no SA_RESTART: waiting calls return at once
}

// A signal that was ignored when the program started (nohup) stays ignored.
void note_unless_ignored(int number) {
  struct sigaction old {};
  ::sigaction(number, nullptr, &old);
  if (old.sa_handler != SIG_IGN) handle(number, note_signal);
}

std::string signal_name(int number) {
  return number == SIGINT ? "SIGINT" : number == SIGTERM ? "SIGTERM" : "SIGHUP";
}

}  // namespace

void install_stop_signals() {
  for (int number : {SIGINT, SIGTERM, SIGHUP}) note_unless_ignored(number);
  handle(SIGPIPE, SIG_IGN);
}

Result<void> check_stop() {
  if (stop_signal == 0) return {};
  return Error{ErrorCode::kInterrupted, fmt::format("stopped by {}", signal_name(stop_signal)),
               "nothing is lost; run it again to go on"};
}

void restore_signals_in_child() {
  handle(SIGINT, SIG_IGN);
  for (int number : {SIGTERM, SIGHUP, SIGPIPE}) handle(number, SIG_DFL);
}

}  // namespace ofsearch
