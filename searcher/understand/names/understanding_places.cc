#include "searcher/understand/names/understanding_places.h"

#include "common/field/authorities/authorities.h"
#include "common/field/authorities/authority_groups.h"
#include "searcher/understand/words/understanding_phrases.h"

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

bool is_force(const Words& words, const Recognised& each) {
  return is_place(each, "authority") && each.kept.size() == 1 &&
         words.is_one_of(each.kept.front(), "police constabulary");
}

// The area of the force that `name` is short for: "Kent"; empty if there is none.
std::vector<std::string_view> area_of_force(const Words& words, const Recognised& name) {
  std::vector<std::string> typed;
  for (std::size_t at = name.first; at < name.first + name.count; ++at)
    typed.push_back(words.folded(at));
  typed.emplace_back("police");
  const Words force(typed);
  for (std::size_t at = 0; at < name.count; ++at)
    for (const FoundPhrase& found : Phrases::builtin().at(force, at, "authority"))
      if (at + found.length == force.size() && found.phrase->keeps_last)
        return values_of(*found.phrase);
  return {};
}

}  // namespace

bool has_authority(const Vocabulary& vocabulary, std::string_view name) {
  return vocabulary.authorities.contains(normalise_authority_name(std::string(name)));
}

void take_forces_together(const Words& words, const Vocabulary& vocabulary, AllRecognised* all) {
  for (std::size_t i = all->size(); i-- > 1;) {
    if (!is_force(words, (*all)[i])) continue;
    // "Bedfordshire, Cambridgeshire and Hertfordshire police".
    std::size_t end = (*all)[i].first;
    if (end == 0 || !words.is_one_of(--end, "and or")) continue;
    for (std::size_t other = i; other-- > 0; end = (*all)[other].first) {
      Recognised& name = (*all)[other];
      if (!is_place(name, "authority") || name.first + name.count != end) break;
      const std::vector<std::string_view> area = area_of_force(words, name);
      if (area.empty()) break;
      name.filters.clear();
      name.notes.clear();
      for (std::string_view value : area)
        if (has_authority(vocabulary, value)) name.filters.emplace_back("authority", value);
    }
  }
}

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
