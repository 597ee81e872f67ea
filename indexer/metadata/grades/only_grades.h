// Tells whether a text only states grades, as the table of a title page does.
#pragma once

#include <string_view>

namespace ofsearch {

// Returns true if the rows and sentences of `text` (a passage, lines parted by "\n") are names of
// judgements and grades and nothing else: "Judgement TAB Grade", "1. Adoption performance TAB
// Good", "The overall effectiveness is good." The dates and inspectors of a title page, and the
// grade of all services, may stand before them.
bool states_only_grades(std::string_view text);

}  // namespace ofsearch
