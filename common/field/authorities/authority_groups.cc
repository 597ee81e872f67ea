#include "common/field/authorities/authority_groups.h"

#include "common/field/authorities/authorities.h"
#include "common/report/values.h"
#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>
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

std::string_view region_named(std::string_view name) {
  const auto regions = region_names();
  const auto it = std::ranges::find_if(
      regions, [&](std::string_view region) { return equal_ignoring_ascii_case(region, name); });
  return it == regions.end() ? std::string_view() : *it;
}

constexpr std::array<AuthorityKind, 4> kKinds = {{{"metropolitan", "E08", "metropolitan boroughs"},
                                                  {"county", "E10", "county councils"},
                                                  {"unitary", "E06", "unitary authorities"},
                                                  {"london", "E09", "London boroughs"}}};

}  // namespace

AuthorityKind authority_kind(std::string_view name) {
  const auto it = std::ranges::find_if(kKinds, [&](const AuthorityKind& kind) {
    return equal_ignoring_ascii_case(kind.name, name);
  });
  return it == kKinds.end() ? AuthorityKind() : *it;
}

std::vector<std::string> authority_kinds() {
  std::vector<std::string> kinds;
  for (const AuthorityKind& kind : kKinds) kinds.push_back(fmt::format("{}{}", kKindOf, kind.name));
  return kinds;
}

std::string_view region_called(std::string_view name) {
  if (const std::string_view region = region_named(name); !region.empty()) return region;
  const Authority* authority = Authorities::builtin().find(name);
  return authority != nullptr ? std::string_view(authority->region) : std::string_view();
}

std::string group_in_words(std::string_view typed) {
  if (typed.starts_with(kKindOf)) {
    const std::string_view words = authority_kind(typed.substr(kKindOf.size())).words;
    return words.empty() ? std::string(typed) : fmt::format("among {}", words);
  }
  for (const auto& [begin, words] : kGroups) {
    if (!typed.starts_with(begin)) continue;
    const std::string_view name = typed.substr(begin.size());
    if (begin == kRegionOf)
      if (const std::string_view region = region_named(name); !region.empty())
        return fmt::format("in the region {}", region);
    const Authority* authority = Authorities::builtin().find(name);
    if (authority == nullptr) return std::string(typed);
    return fmt::format(fmt::runtime(words), authority->name, authority->region);
  }
  return {};
}

}  // namespace ofsearch
