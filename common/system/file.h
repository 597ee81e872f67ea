// Whole files in and out.
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

// The content of a regular file. Errors name the path: kNotFound, kUnreadable (no permission, a
// folder, larger than `max_bytes`, an I/O error, changed while it was read). A file is taken to
// have changed if it ends early, or has another size or time of change at the end than at the
// beginning; one that is replaced by another of its name is read as it was.
Result<std::string> read_file(const std::filesystem::path& path, size_t max_bytes = 1u << 30);

// read(2), or what a test has in its place.
using ReadCall = std::function<ssize_t(int fd, void* buffer, size_t size)>;

// The same for a file that is open as `fd`, which stays open; `path` names it in errors.
Result<std::string> read_open_file(int fd, const std::filesystem::path& path,
                                   size_t max_bytes = 1u << 30, const ReadCall& read = ::read);

// Writes `content` to a temporary file beside `path` and renames it into place, so that readers see
// the old content or the new. Errors: kNotFound where there is no folder, kUnwritable.
Result<void> replace_file(const std::filesystem::path& path, std::string_view content);

// The same, synced before and after, so that a power cut leaves the old content or the new too.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view content);

}  // namespace ofsearch
