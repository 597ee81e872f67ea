// One writer to an index: a lock on INDEX/lock.
#pragma once

#include "common/system/file_lock.h"
#include "common/system/result.h"

#include <filesystem>

namespace ofsearch {

// Creates the folder `index` if there is none. Errors: kNotFound when no index is named; kLocked
// when another process holds the lock (its number is in the message); kUnwritable when the folder
// cannot be made or written.
Result<FileLock> lock_index(const std::filesystem::path& index);

}  // namespace ofsearch
