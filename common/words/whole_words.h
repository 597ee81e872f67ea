// Finds words in a text without cutting others.
#pragma once

#include <cstddef>
#include <string_view>

namespace ofsearch {

// Returns where `words` stand in `text` from `at` on, without cutting a word of it; npos if
// nowhere.
size_t find_whole(std::string_view text, std::string_view words, size_t at = 0);

}  // namespace ofsearch
