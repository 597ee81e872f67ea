// Code points of UTF-8: read, written, and told apart by kind. Malformed bytes are read as U+FFFD.
#pragma once

#include "common/text/characters.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ofsearch {

// Decodes the code point at `*offset` and moves `*offset` behind it.
char32_t next_wide_code_point(std::string_view text, size_t* offset);  // for any that is not ASCII
inline char32_t next_code_point(std::string_view text, size_t* offset) {
  auto byte = static_cast<unsigned char>(text[*offset]);
  if (byte >= 0x80) return next_wide_code_point(text, offset);
  ++*offset;
  return byte;
}

// Appends `c` as UTF-8; nothing if it is no code point.
void append_code_point(std::string* out, char32_t c);

// Number of code points.
size_t length(std::string_view text);

// True when `bytes` is well-formed UTF-8.
bool is_utf8(std::string_view bytes);

// True for characters that no reader sees: soft hyphens, zero-width ones, controls that a terminal
// obeys, and those that turn the direction of writing.
bool is_invisible(char32_t c);

// Spaces of all widths, tabs and line ends.
bool is_space(char32_t c);

// The signs of Symbol and Wingdings fonts.
bool is_private_use(char32_t c);

bool is_apostrophe(char32_t c);
bool is_dash(char32_t c);

// A hyphen that makes a compound when it stands between two letters or digits.
bool is_hyphen(char32_t c);

// True for a bullet sign (U+2022, U+25FC, private-use bullets, ...).
bool is_bullet(char32_t c);

// Letters, digits and the marks on them.
bool is_word(char32_t c);

// Offset behind the ASCII letters and digits from `at` on.
inline size_t end_of_ascii_word(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii_alnum(text[at])) ++at;
  return at;
}

}  // namespace ofsearch
