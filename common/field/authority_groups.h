// Authorities that go together, as people name them: "region-of:Cumbria", "neighbours-of:Cumbria".
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

inline constexpr std::string_view kRegionOf = "region-of:";          // all of the same region
inline constexpr std::string_view kNeighboursOf = "neighbours-of:";  // as in neighbours.h

// Such a name in words: "in the region of Kendal (North West)", "among the statistical neighbours
// of Kendal"; as it is where nobody knows the authority, and empty where it names no group.
std::string group_in_words(std::string_view typed);

}  // namespace ofsearch
