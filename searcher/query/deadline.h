// The time by which a search must have ended, and a query that keeps to it inside of Xapian.
#pragma once

#include <xapian.h>

#include <chrono>
#include <exception>
#include <string>

namespace ofsearch {

// Thrown where the time is over. Not one of Xapian's errors: nothing is wrong with the index.
class OutOfTime : public std::exception {
 public:
  const char* what() const noexcept override { return "the time for a search is over"; }
};

// Of one thread. check() costs next to nothing, so that it may stand in the innermost loops.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  Deadline() = default;  // never
  explicit Deadline(Clock::time_point end) : end_(end) {}

  // Looks at the clock now and then. Throws OutOfTime.
  void check() const {
    if (asked_++ % kEvery == 0) check_now();
  }
  void check_now() const {
    if (Clock::now() > end_) throw OutOfTime();
  }

 private:
  static constexpr unsigned kEvery = 128;

  Clock::time_point end_ = Clock::time_point::max();
  mutable unsigned asked_ = 0;
};

// Finds every document, and throws OutOfTime from the call that looks through them too long.
// Not for servers, which do not know it. `deadline` must outlive it.
Xapian::Query clock_query(const Deadline* deadline);

// What `query` finds, looked through with `clock`; `clock` may be empty.
Xapian::Query timed(const Xapian::Query& query, const Xapian::Query& clock);

// The description of a query without its clocks.
std::string describe_untimed(const Xapian::Query& query);

}  // namespace ofsearch
