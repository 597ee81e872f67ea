// What the files of a generation were when it was published: GENERATION/CHECKSUMS, a line "SHA-256
// size name" a file. The manifest has a checksum of its own.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <string>

namespace ofsearch {

inline constexpr const char* kChecksumsName = "CHECKSUMS";

// Of all files below `folder` but those named `except`.
Result<void> write_checksums(const std::filesystem::path& folder, const std::string& except);

// kIndexDamaged, naming it, when a file is not what it was or is not there; kUnreadable when one
// cannot be read.
Result<void> verify_checksums(const std::filesystem::path& folder);

// What can be told in no time: the sizes of the files, and the content of the small ones that are
// read first. A folder without checksums is not looked at.
Result<void> verify_sizes(const std::filesystem::path& folder);

}  // namespace ofsearch
