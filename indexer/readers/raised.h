// Marks raised text: the numbers of footnotes, mostly, that must not be glued to the word before
// them.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns U+2070 and its kin for 0-9: "schools\u00B3" is the word schools to all that reads on.
char32_t raised_digit(int digit);

// Returns how `text` (display form), which is set raised behind `before`, stands in the text. A
// number, also "[3]" and "[footnote 3]", is in raised digits. The letters of "1st" and what is
// longer than a sign stay as they are. Other signs of footnotes ("*", "a") are left out.
std::string raised_text(std::string_view text, std::string_view before);

}  // namespace ofsearch
