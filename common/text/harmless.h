// What is printed of documents, file names, queries and messages of others: whoever wrote them may
// have meant it to command the terminal, the spreadsheet or the mail that shows it. Every border of
// the programs (the log, the formats, the cards) passes texts through here.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// `text` with every sign that a terminal may obey spelt out: control characters and bytes that are
// no UTF-8 as "\xHH"; the signs that reverse or isolate the direction of writing (U+202A to U+202E,
// U+2066 to U+2069) and those that end a line (U+2028, U+2029) as "\uHHHH". `kept`: control
// characters that do no harm in this place, such as a tab in a cell.
std::string printable(std::string_view text, std::string_view kept = {});

// The same signs in a JSON text, where only strings can hold them, as JSON's own escapes: whoever
// parses it has the data as it was. The rest of what is escaped there JSON's writer escapes itself.
std::string harmless_json(std::string_view json);

}  // namespace ofsearch
