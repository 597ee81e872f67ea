// Turns Textile and Jira into Markdown: "h2. Heading", "|_. Head |", "||Head||".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Tells whether line `i` is one that hardly any other text has.
bool shows_textile(const std::vector<std::string_view>& lines, size_t i);

std::string from_textile(const std::vector<std::string_view>& lines);

}  // namespace ofsearch
