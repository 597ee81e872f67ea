// Reads and writes whole files.
#pragma once

#include "common/system/result.h"

#include <sys/types.h>
#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace ofsearch {

// Returns the content of a regular file. Errors name the path: kNotFound, kUnreadable (no
// permission, a folder, larger than `max_bytes`, an I/O error, changed while it was read). A file
// has changed if it ends early, or if its size or modification time differs after reading. If the
// path is replaced by another file meanwhile, the old file is read.
Result<std::string> read_file(const std::filesystem::path& path, size_t max_bytes = 1u << 30);

// read(2), or a replacement for tests.
using ReadCall = std::function<ssize_t(int fd, void* buffer, size_t size)>;

// Returns the content of the open file descriptor `fd`, which stays open; `path` is for error
// messages.
Result<std::string> read_open_file(int fd, const std::filesystem::path& path,
                                   size_t max_bytes = 1u << 30, const ReadCall& read = ::read);

// Writes `content` to a temporary file beside `path` and renames it, so that readers see the old
// content or the new. A link stays, and its file is replaced; a device or a pipe is written to.
// Errors: kNotFound if the folder does not exist, kUnwritable.
Result<void> replace_file(const std::filesystem::path& path, std::string_view content);

// Does the same with fsync(2) of file and folder, so that this holds after a power failure too.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view content);

}  // namespace ofsearch
