#include "common/terminal/standard_output.h"

#include "common/system/exit_status.h"

#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

namespace ofsearch {
namespace {

bool reader_has_gone() {
  pollfd output{STDOUT_FILENO, 0, 0};
  return ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

}  // namespace

int end_of_output(int status, const Log& log) {
  if (std::cout.flush()) return status;
  if (reader_has_gone()) {
    // Xapian, where it talks to servers, makes us ignore the signal that would end us.
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  log.error({ErrorCode::kUnwritable, "cannot write to standard output", "see that there is room"});
  return kExitIndex;
}

}  // namespace ofsearch
