// Turns AsciiDoc into Markdown: "== Heading", "[options]", "|===".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Tells whether line `i` is one that hardly any other text has.
bool shows_asciidoc(const std::vector<std::string_view>& lines, size_t i);

std::string from_asciidoc(const std::vector<std::string_view>& lines);

}  // namespace ofsearch
