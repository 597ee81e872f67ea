// Breaks text into lines for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the columns of UTF-8 `text`: one a code point, none for an escape sequence that sets
// colours.
size_t columns(std::string_view text);

// Returns `text` with spaces at the end up to `width` columns; unchanged if it is longer.
std::string padded(std::string_view text, size_t width);

// Returns `text` broken at spaces into lines of at most `width` columns. The first line begins with
// `first_indent`, the others with `indent`; the last has no line end. A word longer than a line
// gets a line of its own. Line ends count as spaces; a run of spaces becomes one.
std::string wrapped(std::string_view text, size_t width, std::string_view first_indent,
                    std::string_view indent);
std::string wrapped(std::string_view text, size_t width, std::string_view indent = "");

// Returns lines that are broken only between items; an item may contain spaces.
std::string wrapped_items(const std::vector<std::string>& items, size_t width,
                          std::string_view first_indent, std::string_view indent);

}  // namespace ofsearch
