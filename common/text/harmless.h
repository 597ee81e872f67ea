// Makes untrusted text safe to print. Documents, file names, queries and messages of libraries may
// contain control characters that command the terminal, spreadsheet or mail program that shows
// them. All output (the log, the formats, the cards) passes through here.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` with control characters escaped: C0 and C1 controls and bytes that are not UTF-8
// as "\xHH"; characters that change the direction of writing (U+202A to U+202E, U+2066 to U+2069)
// and line separators (U+2028, U+2029) as "\uHHHH". `kept` names control characters to leave
// unescaped, such as a tab in a cell.
std::string printable(std::string_view text, std::string_view kept = {});

// Returns `json`, a JSON text, with the same characters as JSON escapes, so that a parser gets the
// original data. (The JSON writer has escaped the C0 controls already.)
std::string harmless_json(std::string_view json);

}  // namespace ofsearch
