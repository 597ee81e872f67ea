// Tells kinds of text that answer less well than others.
#pragma once

#include <cstddef>
#include <string_view>

namespace ofsearch {

// Tells whether `text` (UTF-8) has the rows of a table, whose cells are parted by tabs. Two tabs
// make it one.
bool is_table(std::string_view text);

// Tells whether `text` lists the addressees of a letter or the people to contact: names and
// offices, and no sentence.
bool lists_offices(std::string_view text);

}  // namespace ofsearch
