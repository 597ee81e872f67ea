// Gives the lines of a text.
#pragma once

#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the lines of `text`, each without its "\n". Unlike a stream, which ends early without a
// word where memory is missing, this throws std::bad_alloc.
std::vector<std::string_view> split_lines(std::string_view text);

// Tells whether a line begins with a small letter (ASCII), as one that goes on with a sentence
// does.
inline bool begins_lower(std::string_view line) {
  return !line.empty() && line[0] >= 'a' && line[0] <= 'z';
}

}  // namespace ofsearch
