// The mark in front of a paragraph, a number or a bullet; and what joins two lines.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

struct Mark {
  std::string number;  // "10", "2.1"; empty for a bullet
  bool bullet = false;
  size_t length = 0;  // bytes of the mark and the spaces after it; 0: no mark
};

// The mark at the start of `text`, in display form. Numbers end with a full stop ("10. ", "2.1. "):
// "12 children" and "3.5 per cent" are text, and so is a year.
Mark mark_of(std::string_view text);

// True when `text` is a mark and nothing else.
bool is_lone_mark(std::string_view text);

// The separator of two lines that are joined: nothing after a hyphen within a word ("multi-" and
// "agency"), else a space ("short-" and "and long-term").
std::string_view between_lines(std::string_view before, std::string_view after);

}  // namespace ofsearch
