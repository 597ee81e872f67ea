// Reads plain text in a markup other than Markdown: reStructuredText, Org, MediaWiki and DokuWiki,
// AsciiDoc, Textile and Jira, and roff, as converters and wikis write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` with its headings, lists and tables as Markdown has them, and without the lines
// that are for the markup's program alone. Returns nothing if fewer than two lines show one of
// these markups.
std::optional<std::string> as_markdown(std::string_view text);

// Returns `line` without the tags of HTML that Markdown and wikis may hold among their own signs.
std::string without_tags(std::string_view line);

}  // namespace ofsearch
