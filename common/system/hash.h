// SHA-256, for telling documents apart and for provenance.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace ofsearch
