// Lets maps by std::string be asked with a std::string_view, without a copy.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ofsearch {

struct StringHash {
  using is_transparent = void;
  // Of its length and its first and last eight bytes: most words have no more.
  size_t operator()(std::string_view text) const {
    uint64_t first = 0, last = 0;
    size_t size = std::min(text.size(), sizeof first);
    std::memcpy(&first, text.data(), size);
    std::memcpy(&last, text.data() + text.size() - size, size);
    uint64_t mixed = (first + text.size()) * 0x9E3779B97F4A7C15 ^ last * 0xC2B2AE3D27D4EB4F;
    return mixed ^ mixed >> 32;
  }
};

}  // namespace ofsearch
