// What stands before a paragraph, its number or a bullet, and between its lines.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

struct Mark {
  std::string number;  // "10", "2.1"; empty for a bullet
  bool bullet = false;
  size_t length = 0;  // bytes of the mark and the spaces behind it; 0: no mark
};

// The mark at the start of `text`, in display form. Numbers end with a full stop ("10. ", "2.1. "):
// "12 children" and "3.5 per cent" are text, and so is a year.
Mark mark_of(std::string_view text);

// True when `text` is a mark and nothing else.
bool is_lone_mark(std::string_view text);

// What stands between two lines that are joined: nothing behind a hyphen within a word ("multi-"
// and "agency"), else a space ("short-" and "and long-term").
std::string_view between_lines(std::string_view before, std::string_view after);

}  // namespace ofsearch
