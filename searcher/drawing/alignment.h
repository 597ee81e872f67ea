// Finds the words of a passage on a printed page. Only letters and digits are compared, since
// hyphens, spaces and bullets may have changed on the way from page to passage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The letters and digits of a text, in lower case, with a source for each byte of `text`. A source
// is a number that the caller chooses, such as an offset.
struct Letters {
  std::string text;
  std::vector<size_t> sources;

  // Appends the letters and digits of `piece`, all with the source `source`.
  void add(std::string_view piece, size_t source);
};

// Returns the letters of `text` (UTF-8). The source of each is the byte offset of its character.
Letters letters_of(std::string_view text);

inline constexpr size_t kNowhere = static_cast<size_t>(-1);

// Returns for each byte of `passage` the byte of `page` that matches it, or kNowhere. If the
// passage continues on other pages, only the part on this page matches. All are kNowhere if too
// little matches to be certain.
std::vector<size_t> align(std::string_view passage, std::string_view page);

}  // namespace ofsearch
