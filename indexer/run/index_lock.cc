#include "indexer/run/index_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

Error cannot_write(const fs::path& path, const std::string& why) {
  return {ErrorCode::kUnreadable, fmt::format("cannot write {}: {}", path.string(), why),
          "choose another place with --db"};
}

std::string holder(int fd) {
  char text[32] = "";
  ssize_t size = ::pread(fd, text, sizeof text - 1, 0);
  std::string number(text, size > 0 ? static_cast<size_t>(size) : 0);
  while (number.ends_with('\n')) number.pop_back();
  return number.empty() ? "" : fmt::format(" (process {})", number);
}

// For people and for the message above; the lock does not depend on it.
void write_own_number(int fd) {
  std::string number = fmt::format("{}\n", ::getpid());
  if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, number.data(), number.size(), 0) < 0) return;
}

}  // namespace

Result<IndexLock> IndexLock::take(const fs::path& index) {
  if (index.empty())
    return Error{ErrorCode::kNotFound, "no index is named, and HOME is not set",
                 "name one with --db"};
  std::error_code error;
  fs::create_directories(index, error);
  if (error) return cannot_write(index, error.message());
  fs::path file = index / "lock";
  IndexLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (lock.fd_ < 0) return cannot_write(file, std::strerror(errno));
  if (::flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return cannot_write(file, std::strerror(errno));
    return Error{ErrorCode::kLocked,
                 fmt::format("another ofindex{} is writing the index at {}", holder(lock.fd_),
                             index.string()),
                 "run it again when that one is done"};
  }
  write_own_number(lock.fd_);
  return lock;
}

IndexLock::IndexLock(IndexLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

IndexLock::~IndexLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace ofsearch
