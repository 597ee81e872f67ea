// How a program ends after an unexpected error: with one sentence on standard error and an exit
// status, not by a signal, even if no memory is left.
#pragma once

#include <chrono>
#include <ctime>
#include <functional>

namespace ofsearch {

// Runs `body`, the whole of main(), and returns its exit status. If it throws, one line on standard
// error says why ("ofindex: there is not enough memory"), and the status is kExitIndex. The same
// holds for std::terminate(), in any program that links this file, from before its first
// constructor on.
int with_last_words(const std::function<int()>& body);

// From now on, memory that is missing ends the program at once, with that sentence and status,
// where `new` would throw std::bad_alloc. It is for programs that would only end: Xapian 1.4 may
// crash if std::bad_alloc comes while it prepares the postings of a query.
void end_without_memory();

// While it exists, the thread that made it may use that many seconds of processor time. After that
// the program prints `what` (which must outlive it) and ends with kExitIndex. It is for endless
// loops inside a library, which a damaged index can cause. Processor time, not the clock, counts:
// a busy or sleeping machine ends no program. There may be several at a time.
class LastMoment {
 public:
  LastMoment(std::chrono::seconds seconds, const char* what);
  LastMoment(const LastMoment&) = delete;
  LastMoment& operator=(const LastMoment&) = delete;
  ~LastMoment();

 private:
  timer_t timer_{};
  bool is_set_ = false;  // false if the kernel has no timer left: then there is no limit
};

// For a child process whose parent reports how it ended: std::terminate() aborts again.
void forget_last_words();

}  // namespace ofsearch
