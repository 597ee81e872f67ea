#include "common/files/file_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace ofsearch {
namespace {

Error cannot_write(const std::filesystem::path& file) {
  return {ErrorCode::kUnwritable,
          fmt::format("cannot write {}: {}", file.string(), std::strerror(errno)), ""};
}

std::string holder(int fd) {
  char text[32] = "";
  ssize_t size = ::pread(fd, text, sizeof text - 1, 0);
  std::string number(text, size > 0 ? static_cast<size_t>(size) : 0);
  while (number.ends_with('\n')) number.pop_back();
  return number;
}

// Writes the number of the process, for people and for the message above. The lock does not depend
// on it.
void write_own_number(int fd) {
  std::string number = fmt::format("{}\n", ::getpid());
  if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, number.data(), number.size(), 0) < 0) return;
}

}  // namespace

Result<FileLock> FileLock::take(const std::filesystem::path& file) {
  FileLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (lock.fd_ < 0) return cannot_write(file);
  if (::flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return cannot_write(file);
    return Error{ErrorCode::kLocked, holder(lock.fd_), ""};
  }
  write_own_number(lock.fd_);
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileLock::~FileLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace ofsearch
