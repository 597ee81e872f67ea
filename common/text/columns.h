// Text broken into lines for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Columns that UTF-8 `text` takes: one a code point, none for an escape sequence that sets colours.
size_t columns(std::string_view text);

// `text` with blanks up to `width` columns; a longer one as it is.
std::string padded(std::string_view text, size_t width);

// `text` broken at its spaces into lines of at most `width` columns, the first after `first_indent`
// and the others after `indent`; no line end behind the last. A word longer than a line has one to
// itself. Line ends count as spaces, and runs of spaces become one.
std::string wrapped(std::string_view text, size_t width, std::string_view first_indent,
                    std::string_view indent);
std::string wrapped(std::string_view text, size_t width, std::string_view indent = "");

// The same with a line end only between items, each of which may hold spaces.
std::string wrapped_items(const std::vector<std::string>& items, size_t width,
                          std::string_view first_indent, std::string_view indent);

}  // namespace ofsearch
