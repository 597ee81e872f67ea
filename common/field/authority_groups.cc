#include "common/field/authority_groups.h"

#include "common/field/authorities.h"

#include <fmt/format.h>

#include <array>

namespace ofsearch {
namespace {

struct GroupWords {
  std::string_view begin;
  std::string_view words;  // of the authority's name and its region
};

constexpr std::array<GroupWords, 2> kGroups = {
    {{kRegionOf, "in the region of {0} ({1})"},
     {kNeighboursOf, "among the statistical neighbours of {0}"}}};

}  // namespace

std::string group_in_words(std::string_view typed) {
  for (const auto& [begin, words] : kGroups) {
    if (!typed.starts_with(begin)) continue;
    const Authority* authority = Authorities::builtin().find(typed.substr(begin.size()));
    if (authority == nullptr) return std::string(typed);
    return fmt::format(fmt::runtime(words), authority->name, authority->region);
  }
  return {};
}

}  // namespace ofsearch
