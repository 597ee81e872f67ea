// Messages for people, on standard error. Results go to standard output, not through this class.
#pragma once

#include "common/system/error.h"

#include <string_view>

namespace ofsearch {

// Each message is one line, "PROGRAM: message", made safe for a terminal by printable().
class Log {
 public:
  explicit Log(std::string_view program, bool quiet = false) : program_(program), quiet_(quiet) {}

  void error(const Error& error) const;  // two lines where there is a hint
  void warning(std::string_view message) const;
  void note(std::string_view message) const;  // nothing with --quiet

 private:
  std::string_view program_;
  bool quiet_;
};

// Tells whether the file descriptor `fd` is a terminal that should get colours: not if NO_COLOR is
// set and not empty, nor with TERM=dumb.
bool wants_colour(int fd);

// Tells whether NO_COLOR is set: there are never colours then.
bool forbids_colour();

}  // namespace ofsearch
