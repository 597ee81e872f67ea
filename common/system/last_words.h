// Ends a program after an unexpected error with one sentence on standard error and an exit status,
// not by a signal, even if no memory is left.
#pragma once

#include <chrono>
#include <ctime>
#include <functional>

namespace ofsearch {

// Runs `body`, the whole of main(), and returns its exit status. If it throws, one line on standard
// error says why ("ofindex: there is not enough memory"), and the status is kExitIndex. The same
// holds for std::terminate(), in any program that links this file, from before its first
// constructor on; and of memory that is read where nothing is (SIGSEGV, SIGBUS) while `body` runs:
// Xapian takes the tables of an index at their word, and a damaged one can make it read anywhere.
int with_last_words(const std::function<int()>& body);

// Ends the program, with that sentence and kExitIndex, instead of throwing std::bad_alloc. It does
// so while it exists, if the thread that made it asks `new` for memory that is missing. It is for
// calls of a library that does not stand the exception: Xapian 1.4 may crash, or write where it
// must not, if it comes while the postings of a query are prepared.
class LastMemory {
 public:
  LastMemory();
  LastMemory(const LastMemory&) = delete;
  LastMemory& operator=(const LastMemory&) = delete;
  ~LastMemory();
};

// Limits the processor time that the thread that made it may use while it exists. After that many
// seconds the program prints `what` (which must outlive it) and ends with kExitIndex. It is for
// endless loops inside a library, which a damaged index can cause. Processor time, not the clock,
// counts: a busy or sleeping machine ends no program. There may be several at a time.
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

// Lets a child process whose parent reports how it ended end by a signal again.
void forget_last_words();

}  // namespace ofsearch
