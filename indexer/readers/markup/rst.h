// Turns reStructuredText into Markdown: underlined headings, ".. name:: text".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Tells whether line `i` is one that hardly any other text has.
bool shows_rst(const std::vector<std::string_view>& lines, size_t i);

std::string from_rst(const std::vector<std::string_view>& lines);

}  // namespace ofsearch
