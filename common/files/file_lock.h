// Locks a file, for one writer at a time. The lock ends with the process that holds it, however
// that ends. The file stays; only the lock on it matters.
#pragma once

#include "common/system/result.h"

#include <filesystem>

namespace ofsearch {

class FileLock {
 public:
  // Creates `file`, whose folder must exist. Errors: kLocked if another process holds the lock; the
  // message is then its process id ("4711", or empty if it is not known). kUnwritable if the file
  // cannot be written.
  static Result<FileLock> take(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace ofsearch
