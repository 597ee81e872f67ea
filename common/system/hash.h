// Computes SHA-256, which identifies the content of documents and files.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace ofsearch {

// Returns the SHA-256 of `bytes` in 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// Returns the SHA-256 of a file of any size. Errors: kNotFound, kUnreadable.
Result<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace ofsearch
