#include "searcher/understand/understanding_places.h"

#include "common/field/authorities.h"
#include "common/field/authority_groups.h"

#include <algorithm>

namespace ofsearch::understanding {
namespace {

bool is_place(const Recognised& each, std::string_view field) {
  return !each.filters.empty() && each.filters.front().first == field;
}

// Whether all its authorities lie outside of `region`.
bool is_elsewhere(const Recognised& authorities, std::string_view region) {
  return std::ranges::none_of(authorities.filters, [&](const auto& filter) {
    const std::string& value = filter.second;
    const size_t group = value.starts_with(kRegionOf) ? kRegionOf.size() : 0;
    return region_called(std::string_view(value).substr(group)) == region;
  });
}

bool lies_in(const Recognised& authorities, const Recognised& region) {
  return std::ranges::any_of(region.filters, [&](const auto& filter) {
    return !is_elsewhere(authorities, filter.second);
  });
}

constexpr std::string_view kOthers = "other the rest of";

// Whether only such words stand between the two: "Kent and the South East", "Leeds and the rest of
// Yorkshire".
bool are_joined(const Words& words, const Recognised& a, const Recognised& b) {
  constexpr std::string_view kJoining = "and or plus";
  const Recognised& before = a.first < b.first ? a : b;
  const Recognised& behind = a.first < b.first ? b : a;
  bool is_joined = false;
  for (std::size_t at = before.first + before.count; at < behind.first; ++at) {
    if (!words.is_one_of(at, kJoining) && !words.is_one_of(at, kOthers)) return false;
    is_joined = is_joined || words.is_one_of(at, kJoining);
  }
  return is_joined;
}

// "Kent and other London boroughs": what says that more than the one named is meant.
void take_others(const Words& words, Recognised* region) {
  std::size_t first = region->first;
  while (first > 0 && words.is_one_of(first - 1, kOthers)) --first;
  region->count += region->first - first;
  region->first = first;
}

}  // namespace

void take_places_together(const Words& words, AllRecognised* all) {
  const AllRecognised places = *all;
  for (Recognised& region : *all) {
    if (!is_place(region, "region") || region.excluded) continue;
    const bool has_others = std::ranges::any_of(places, [&](const Recognised& other) {
      return is_place(other, "authority") && !other.excluded &&
             (!lies_in(other, region) || are_joined(words, region, other));
    });
    if (!has_others) continue;
    take_others(words, &region);
    for (auto& [field, value] : region.filters) {
      field = "authority";
      value = std::string(kRegionOf) + value;
    }
  }
}

}  // namespace ofsearch::understanding
