// What kind of text a passage is, as far as some kinds answer less well than others.
#pragma once

#include <cstddef>
#include <string_view>

namespace ofsearch {

// Rows of a table, whose cells are parted by tabs.
bool is_table(std::string_view text);

// The addressees of a letter or the people to contact: names and offices, and no sentence.
bool lists_offices(std::string_view text);

}  // namespace ofsearch
