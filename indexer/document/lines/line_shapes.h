// Tells what a line of text shows by its first and last letters.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <string_view>

namespace ofsearch {

inline constexpr size_t kFilledLine = 45;  // bytes; a shorter line of plain text has ended early

// Tells whether `text` ends a sentence. Quotes, brackets and a footnote's number may stand behind
// the full stop.
bool ends_sentence(std::string_view text);

bool begins_upper(std::string_view text);

// Tells whether `text` begins with the number of a footnote, plain or raised.
bool begins_with_note_number(std::string_view text);

// Tells whether a line is a row of a table: its cells are parted by tabs.
bool is_row(const Line& line);

}  // namespace ofsearch
