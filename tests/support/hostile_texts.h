// Texts that mean to command what shows them, and how to see whether they got through.
#pragma once

#include "common/text/code_points.h"

#include <array>
#include <string>
#include <string_view>

namespace ofsearch::test {

inline constexpr std::array<std::string_view, 14> kHostileTexts = {
    "\033]0;title\a",                 // names the window
    "\033[2J\033[H",                  // clears the screen
    "\033[8m hidden",                 // conceals
    "\033P+q544e\033\\",              // asks, and has the answer typed in
    "\u009B31m",                      // the same as ESC [, in one sign
    "\u009D52;c;aGk=\u009C",          // writes to the clipboard
    "\x9B\x33\x31m",                  // in one byte, for terminals without UTF-8
    "a\bb\x7F",                       // goes back
    "line\rother",                    // overwrites the line
    "one\ntwo",                       // makes a line of its own
    "\u202Etxt.exe",                  // turns round what follows
    "\u2066a\u2069",                  // isolates
    "a\u2028b\u2029c",                // ends a line, for some
    "=HYPERLINK(\"http://x\")\033c",  // a formula, and resets
};

// True if `c` may command a terminal. `\n`, `\t` and, where lines end so, `\r` may be the
// program's.
inline bool commands(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The first sign of `shown` that may command a terminal, or a byte that is no UTF-8; 0 if none.
inline char32_t first_command(std::string_view shown) {
  for (size_t i = 0; i < shown.size();) {
    size_t begin = i;
    char32_t c = next_code_point(shown, &i);
    if (commands(c) || (c == 0xFFFD && shown.substr(begin, i - begin) != "\uFFFD")) return c;
  }
  return 0;
}

}  // namespace ofsearch::test
