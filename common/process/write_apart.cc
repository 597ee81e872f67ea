#include "common/process/write_apart.h"

#include "common/files/descriptor.h"
#include "common/files/file.h"
#include "common/process/stop.h"
#include "common/system/last_words.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

namespace ofsearch {
namespace {

Error not_made(std::string_view what, std::string_view why) {
  return Error{ErrorCode::kInternal, fmt::format("{} cannot be made: {}", what, why), ""};
}

[[noreturn]] void live_as_writer(int fd, std::chrono::seconds most,
                                 const std::function<bool(int fd)>& write) {
  restore_signals_in_child();
  forget_last_words();
  ::alarm(static_cast<unsigned>(most.count()));
  bool written = false;
  try {
    written = write(fd);
  } catch (...) {  // the parent says it
  }
  ::_exit(written ? 0 : 1);
}

// Its status, or nothing if it cannot be known.
std::optional<int> wait_for(pid_t child) {
  int status = 0;
  pid_t ended;
  do ended = ::waitpid(child, &status, 0);
  while (ended < 0 && errno == EINTR);
  if (ended != child) return std::nullopt;
  return status;
}

}  // namespace

Result<std::string> write_apart(std::string_view what, std::chrono::seconds most,
                                const std::function<bool(int fd)>& write) {
  Descriptor file(::memfd_create("ofsearch", MFD_CLOEXEC));
  if (file.get() < 0) return not_made(what, std::strerror(errno));
  const pid_t child = ::fork();
  if (child < 0) return not_made(what, std::strerror(errno));
  if (child == 0) live_as_writer(file.get(), most, write);
  const std::optional<int> status = wait_for(child);
  if (!status) return not_made(what, "how its process ended is unknown");
  if (WIFSIGNALED(*status)) return not_made(what, ::strsignal(WTERMSIG(*status)));
  if (WEXITSTATUS(*status) != 0) return not_made(what, "its process has failed");
  if (::lseek(file.get(), 0, SEEK_SET) != 0) return not_made(what, std::strerror(errno));
  return read_open_file(file.get(), what);
}

}  // namespace ofsearch
