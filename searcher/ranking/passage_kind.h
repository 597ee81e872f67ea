// Tells kinds of text that answer less well than others.
#pragma once

#include <cstddef>
#include <string_view>

namespace ofsearch {

// Tells whether `text` (UTF-8) has the rows of a table, whose cells are parted by tabs. Two tabs
// make it one.
bool is_table(std::string_view text);

// Tells whether `text` only names people and offices: addressees of a letter, people to contact.
bool lists_offices(std::string_view text);

}  // namespace ofsearch
