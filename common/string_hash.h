// Lets maps by std::string be asked with a std::string_view, without a copy.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace ofsearch {

struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

}  // namespace ofsearch
