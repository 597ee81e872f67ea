// Makes and checks the checksums of a generation's files. They are made when it is published:
// GENERATION/CHECKSUMS has one line "SHA-256 size name" a file. The manifest is not among them: it
// has a checksum of its own.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <string>

namespace ofsearch {

inline constexpr const char* kChecksumsName = "CHECKSUMS";

// Writes the checksums of all files below `folder`, except files named `except`.
Result<void> write_checksums(const std::filesystem::path& folder, const std::string& except);

// Compares every file with its checksum. Errors: kIndexDamaged, naming the file, if it has changed
// or is missing; kUnreadable if it cannot be read.
Result<void> verify_checksums(const std::filesystem::path& folder);

// Makes the quick check: the sizes of all files, and the content of those up to 4 kB. Errors as
// verify_checksums(); none for a folder without checksums.
Result<void> verify_sizes(const std::filesystem::path& folder);

}  // namespace ofsearch
