// One writer at a time: a lock on a file that ends with the process that holds it, however it ends.
// The file stays; only the lock on it counts.
#pragma once

#include "common/system/result.h"

#include <filesystem>

namespace ofsearch {

class FileLock {
 public:
  // Creates `file`; its folder is there. Errors: kLocked when another process holds the lock, with
  // its number as the message ("4711", or empty if it cannot be told); kUnwritable when the file
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
