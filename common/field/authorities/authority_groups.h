// Finds authorities that go together, as people name them: "region-of:Cumbria", "region-of:North
// West", "neighbours-of:Cumbria", "kind-of:unitary".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

inline constexpr std::string_view kRegionOf = "region-of:";          // all of the same region
inline constexpr std::string_view kNeighboursOf = "neighbours-of:";  // as in neighbours.h
inline constexpr std::string_view kKindOf = "kind-of:";              // as in authority_kind()

// A kind of authority: how the ONS codes of the kind begin ("E08"), and the kind in words
// ("metropolitan boroughs"). Both are empty if there is no such kind.
struct AuthorityKind {
  std::string_view name, code, words;
};
AuthorityKind authority_kind(std::string_view name);
std::vector<std::string> authority_kind_names();

// Returns the region of that name, in any case, or of the authority of that name; empty if there is
// none.
std::string_view region_called(std::string_view name);

// Returns such a name in words: "in the region of Kendal (North West)", "in the region North West",
// "among the statistical neighbours of Kendal". The authority is named as typed if the table does
// not know it. The words are empty if `typed` names no group.
std::string group_in_words(std::string_view typed);

}  // namespace ofsearch
