// Tells sentences that only count: how many children of a kind there are, or that there are more.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether a sentence only counts: "There has been a significant rise in the number of
// children who are educated at home." Such a sentence is neither praise nor criticism, wherever it
// stands. "The number of children who wait has fallen" is none: only words of number, of the
// children's status, of time and place may stand in it, and names.
bool tells_count(std::string_view sentence);

}  // namespace ofsearch
