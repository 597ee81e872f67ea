// Whole files in and out.
#pragma once

#include "common/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace ofsearch {

// The content of a regular file. Errors name the path: kNotFound, kUnreadable (no permission, a
// folder, larger than `max_bytes`, an I/O error, changed while it was read).
Result<std::string> read_file(const std::filesystem::path& path, size_t max_bytes = 1u << 30);

// The same for a file that is open as `fd`, which stays open; `path` names it in errors.
Result<std::string> read_open_file(int fd, const std::filesystem::path& path,
                                   size_t max_bytes = 1u << 30);

// Writes `content` to a temporary file beside `path`, syncs it and renames it into place, so that
// readers see the old content or the new.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view content);

}  // namespace ofsearch
