// Holds the lock INDEX/lock: one writer of an index at a time.
#pragma once

#include "common/files/file_lock.h"
#include "common/system/result.h"

#include <filesystem>

namespace ofsearch {

// Takes the lock; creates the folder `index` if it does not exist. Errors: kNotFound if `index` is
// empty; kLocked, with the process id in the message, if another process holds the lock;
// kUnwritable if the folder cannot be created or written.
Result<FileLock> lock_index(const std::filesystem::path& index);

}  // namespace ofsearch
