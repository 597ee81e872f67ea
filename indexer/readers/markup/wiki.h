// Turns MediaWiki and DokuWiki into Markdown: "== Heading ==", "{| ... |}".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// Tells whether line `i` is one that hardly any other text has.
bool shows_wiki(const std::vector<std::string_view>& lines, size_t i);

std::string from_wiki(const std::vector<std::string_view>& lines);

// Returns level and text of "== Heading =="; level 0 if it is none.
std::pair<int, std::string_view> wiki_heading(std::string_view line);

}  // namespace ofsearch
