// Finds words in a text without cutting others.
#pragma once

#include <cstddef>
#include <string_view>

namespace ofsearch {

// Where `words` stand in `text` from `at` on, no word of it being cut; npos if nowhere.
size_t find_whole(std::string_view text, std::string_view words, size_t at = 0);

}  // namespace ofsearch
