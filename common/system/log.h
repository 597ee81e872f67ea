// Messages for people, on standard error. Results go to standard output and never through here.
#pragma once

#include "common/system/error.h"

#include <string_view>

namespace ofsearch {

// "PROGRAM: message", a line each: whatever the message quotes, as printable() has it.
class Log {
 public:
  explicit Log(std::string_view program, bool quiet = false) : program_(program), quiet_(quiet) {}

  void error(const Error& error) const;  // two lines where there is a hint
  void warning(std::string_view message) const;
  void note(std::string_view message) const;  // not with --quiet

 private:
  std::string_view program_;
  bool quiet_;
};

// True when file descriptor `fd` is a terminal that takes colours: not with NO_COLOR set and not
// empty, nor TERM=dumb.
bool wants_colour(int fd);

}  // namespace ofsearch
