// Authorities that go together, as people name them: "region-of:Cumbria", "region-of:North West",
// "neighbours-of:Cumbria".
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

inline constexpr std::string_view kRegionOf = "region-of:";          // all of the same region
inline constexpr std::string_view kNeighboursOf = "neighbours-of:";  // as in neighbours.h

// The region of that name, in any case, or of the authority of that name; empty if there is none.
std::string_view region_called(std::string_view name);

// Such a name in words: "in the region of Kendal (North West)", "in the region North West", "among
// the statistical neighbours of Kendal"; as it is where nobody knows the authority, and empty where
// it names no group.
std::string group_in_words(std::string_view typed);

}  // namespace ofsearch
