// Names for files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ofsearch {

// Returns the letters and digits of `text` (UTF-8) in search form, with "-" for all that parts
// them: "childrens-services-2024". Only those of ASCII stand in it, as programs differ in all
// others. It has at most `longest` bytes, and is empty for a text without any.
std::string slug(std::string_view text, size_t longest);

}  // namespace ofsearch
