// The lines of a text.
#pragma once

#include <string_view>
#include <vector>

namespace ofsearch {

// The lines of `text`, each without its "\n". Unlike a stream, which ends early without a word
// where memory is missing, this throws std::bad_alloc.
std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace ofsearch
