// Tables that plain text holds in more than one line a row, as rows of Markdown: "| a | b |".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Tables drawn with "+---+" and "|", whose cells may go on in the next line, and tables in HTML.
// Other lines stay as they are.
std::string with_plain_rows(std::string_view text);

// Returns the rows of one table of MediaWiki ("{|" to "|}") or AsciiDoc ("|===" to "|==="), without
// these lines.
std::vector<std::string> rows_of_wiki_table(const std::vector<std::string_view>& lines);
std::vector<std::string> rows_of_asciidoc_table(const std::vector<std::string_view>& lines);

}  // namespace ofsearch
