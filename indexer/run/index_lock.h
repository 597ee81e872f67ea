// One writer to an index: a lock on INDEX/lock that ends with the process that holds it, however
// it ends. The file stays; only the lock on it counts.
#pragma once

#include "common/system/result.h"

#include <filesystem>

namespace ofsearch {

class IndexLock {
 public:
  // Creates the folder `index` if there is none. Errors: kLocked when another process holds the
  // lock (its number is in the message), kUnreadable when the folder cannot be made or written.
  static Result<IndexLock> take(const std::filesystem::path& index);

  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&&) = delete;
  ~IndexLock();

 private:
  explicit IndexLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace ofsearch
