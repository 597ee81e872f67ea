// SHA-256, for telling documents apart and for provenance.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace ofsearch {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// The same of a file, however large. Errors: kNotFound, kUnreadable.
Result<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace ofsearch
