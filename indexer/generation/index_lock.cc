#include "indexer/generation/index_lock.h"

#include <fmt/format.h>

#include <string>

namespace ofsearch {
namespace {

Error in_use(const std::string& holder, const std::filesystem::path& index) {
  return {ErrorCode::kLocked,
          fmt::format("another ofindex{} is writing the index at {}",
                      holder.empty() ? "" : fmt::format(" (process {})", holder), index.string()),
          "run it again when that one is done"};
}

Error cannot_write(const std::string& message) {
  return {ErrorCode::kUnwritable, message, "choose another place with --db"};
}

}  // namespace

Result<FileLock> lock_index(const std::filesystem::path& index) {
  if (index.empty())
    return Error{ErrorCode::kNotFound, "no index is named, and HOME is not set",
                 "name one with --db"};
  std::error_code error;
  std::filesystem::create_directories(index, error);
  if (error)
    return cannot_write(fmt::format("cannot write {}: {}", index.string(), error.message()));
  auto lock = FileLock::take(index / "lock");
  if (lock) return lock;
  if (lock.error().code == ErrorCode::kLocked) return in_use(lock.error().message, index);
  return cannot_write(lock.error().message);
}

}  // namespace ofsearch
