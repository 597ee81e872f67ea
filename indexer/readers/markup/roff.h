// Turns manual pages and other text for roff (.SH, .PP, \fB) into Markdown, as converters write it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Tells whether line `i` is a request that hardly any other text has.
bool shows_roff(const std::vector<std::string_view>& lines, size_t i);

// Returns the text as Markdown: headings, lists and the tables of tbl(1); escapes are the
// characters they stand for.
std::string from_roff(const std::vector<std::string_view>& lines);

}  // namespace ofsearch
