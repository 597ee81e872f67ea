// Finds the mark in front of a paragraph, a number or a bullet, and what joins two lines.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

struct Mark {
  std::string number;  // "10", "2.1"; empty for a bullet
  bool bullet = false;
  size_t length = 0;  // bytes of the mark and the spaces after it; 0: no mark
};

// Returns the mark at the start of `text`, in display form. Numbers end with a full stop ("10. ",
// "2.1. ") or a bracket ("10) "): "12 children" and "3.5 per cent" are text, and so is a year.
Mark mark_of(std::string_view text);

// Returns the number of a whole paragraph that is one only as the paragraph is a sentence: "2.1
// Leaders know ... well.", "(10) Leaders know ... well." Length 0: none.
Mark paragraph_number_of(std::string_view text);

// Returns true when `text` is a mark and nothing else.
bool is_lone_mark(std::string_view text);

// Tells whether `text` is an item of a list such as "(b) ..." or "(iv) ...", below a line `before`
// that ends an item or a sentence. Its letter is part of its text.
bool begins_lettered_item(std::string_view text, std::string_view before);

// Returns the separator of two lines that are joined: nothing after a hyphen within a word
// ("multi-" and "agency"), else a space ("short-" and "and long-term").
std::string_view between_lines(std::string_view before, std::string_view after);

}  // namespace ofsearch
