// Reads, writes and classifies code points of UTF-8. Malformed bytes are read as U+FFFD.
#pragma once

#include "common/text/characters.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ofsearch {

// Decodes the code point at `*offset`, which is not the end, and moves `*offset` after it.
char32_t next_wide_code_point(std::string_view text, size_t* offset);  // for non-ASCII only
inline char32_t next_code_point(std::string_view text, size_t* offset) {
  auto byte = static_cast<unsigned char>(text[*offset]);
  if (byte >= 0x80) return next_wide_code_point(text, offset);
  ++*offset;
  return byte;
}

// Appends `c` as UTF-8; nothing if it is not a valid code point.
void append_code_point(std::string* out, char32_t c);

// Returns the number of code points.
size_t length(std::string_view text);

// Returns the last place up to the byte `at` that is not within a code point: where a text may be
// cut. The text's end where `at` lies behind it.
size_t cut_at_character(std::string_view text, size_t at);

// Returns true when `bytes` is well-formed UTF-8.
bool is_utf8(std::string_view bytes);

// Returns true for characters that people do not see: soft hyphens, zero-width characters, control
// characters, and those that change the direction of writing.
bool is_invisible(char32_t c);

// Spaces of all widths, tabs and line ends.
bool is_space(char32_t c);

// Tells whether a code point is of the private use area, as Symbol and Wingdings fonts have them.
bool is_private_use(char32_t c);

bool is_apostrophe(char32_t c);
bool is_dash(char32_t c);

// Tells whether a code point is a hyphen that makes a compound if it stands between two letters or
// digits.
bool is_hyphen(char32_t c);

// Returns true for a bullet sign (U+2022, U+25FC, private-use bullets, ...).
bool is_bullet(char32_t c);

// Tells whether a code point is a letter, a digit or a mark on one.
bool is_word(char32_t c);

// Returns the offset after the ASCII letters and digits that begin at `at`.
inline size_t end_of_ascii_word(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii_alnum(text[at])) ++at;
  return at;
}

}  // namespace ofsearch
