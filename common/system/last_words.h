// How a program ends when something goes wrong that nobody foresaw: with one sentence, whatever is
// left of memory, and never by a signal.
#pragma once

#include <chrono>
#include <ctime>
#include <functional>

namespace ofsearch {

// Runs `body`, the whole of main(). An exception that it lets out is told in one line on standard
// error ("ofindex: there is not enough memory"), and the exit status is kExitIndex. From before
// the first constructor of the program on, the same holds for exceptions that cannot be caught
// (std::terminate).
int with_last_words(const std::function<int()>& body);

// While this lives, the thread that made it may use so many seconds of processor time; then the
// program says `what`, a sentence that outlives it, and ends with kExitIndex. For loops inside a
// library that none of our checks reaches, as a damaged index can make them; a machine that is
// busy, or sleeps, ends nobody. Any number at a time.
class LastMoment {
 public:
  LastMoment(std::chrono::seconds seconds, const char* what);
  LastMoment(const LastMoment&) = delete;
  LastMoment& operator=(const LastMoment&) = delete;
  ~LastMoment();

 private:
  timer_t timer_{};
  bool is_set_ = false;  // not where the kernel has no more timers
};

// In a child process whose end its parent explains: std::terminate() is a signal again.
void forget_last_words();

}  // namespace ofsearch
