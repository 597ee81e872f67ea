// Tells text that names but says nothing: whom a letter is addressed to, a table of grades.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether `text` (UTF-8), one passage, is no prose: half of its words or more begin with a
// capital, as names and offices do, or it gives three grades or more in few words. A heading is too
// short to tell and counts as prose.
bool is_no_prose(std::string_view text);

}  // namespace ofsearch
