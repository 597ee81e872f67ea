// Where the words of a passage stand on a printed page. Both are compared by their letters and
// digits alone, as hyphens, spaces and marks may have changed on the way from page to passage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Letters and digits of a text, in small letters; for each byte of `text` the number of what it was
// made from.
struct Letters {
  std::string text;
  std::vector<size_t> sources;

  // Appends those of `piece`, all made from `source`.
  void add(std::string_view piece, size_t source);
};

// Sources are the first bytes of the signs of `text` (UTF-8).
Letters letters_of(std::string_view text);

inline constexpr size_t kNowhere = static_cast<size_t>(-1);

// For each byte of `passage` the byte of `page` that prints it, or kNowhere. Of a passage that goes
// on over pages, what of it is on this one. All are kNowhere where too little is found to be sure.
std::vector<size_t> align(std::string_view passage, std::string_view page);

}  // namespace ofsearch
