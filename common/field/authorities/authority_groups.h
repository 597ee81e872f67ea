// Authorities that go together, as people name them: "region-of:Cumbria", "region-of:North West",
// "neighbours-of:Cumbria", "kind-of:unitary".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

inline constexpr std::string_view kRegionOf = "region-of:";          // all of the same region
inline constexpr std::string_view kNeighboursOf = "neighbours-of:";  // as in neighbours.h

inline constexpr std::string_view kKindOf = "kind-of:";  // metropolitan, county, unitary, london

// How the ONS codes of authorities of a kind begin ("E08"), and the kind in words ("metropolitan
// boroughs"); empty if there is no such kind.
struct AuthorityKind {
  std::string_view name, code, words;
};
AuthorityKind authority_kind(std::string_view name);

// All kinds as they are typed: "kind-of:metropolitan".
std::vector<std::string> authority_kinds();

// The region of that name, in any case, or of the authority of that name; empty if there is none.
std::string_view region_called(std::string_view name);

// Such a name in words: "in the region of Kendal (North West)", "in the region North West", "among
// the statistical neighbours of Kendal"; as it is where nobody knows the authority, and empty where
// it names no group.
std::string group_in_words(std::string_view typed);

}  // namespace ofsearch
