#include "searcher/understand/names/understanding_bodies.h"

#include "common/words/stemmer.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <algorithm>

namespace ofsearch::understanding {
namespace {

std::size_t length_of(std::string_view name, const Words& words, std::size_t at) {
  return Phrases::builtin().length_of(name, words, at);
}

bool is_place(const Recognised& each) {
  return !each.filters.empty() &&
         (each.filters.front().first == "authority" || each.filters.front().first == "region");
}

// Where the name of a place begins behind its preposition.
std::size_t name_of(const Words& words, const Recognised& place) {
  return place.first + (words.is_one_of(place.first, kPrepositions) ? 1 : 0);
}

// "Leeds city council": what stands beside it is something else's.
bool is_titled(const Words& words, const Recognised& place) {
  constexpr std::string_view kTitles =
      "council borough authority department trust service la cc lbc mbc lb region";
  for (std::size_t at = place.first; at < place.first + place.count; ++at)
    if (words.is_one_of(at, kTitles)) return true;
  return false;
}

// "Kent and Medway ICB", "South West Yorkshire Partnership NHS Trust": where the last of the places
// named together ends.
std::size_t end_of_places(const Words& words, const AllRecognised& places, std::size_t end) {
  for (std::size_t before = 0; before != end;) {
    before = end;
    const std::size_t begin = end + (words.folded(end) == "and" ? 1 : 0);
    for (const Recognised& place : places)
      if (is_place(place) && place.first == begin && !is_titled(words, place))
        end = std::max(end, place.first + place.count);
  }
  return end;
}

// Of one body: "Kent hospitals", "London universities" are those that are there.
bool is_plural(const Words& words, std::size_t at) {
  return words.folded(at) != words.piece(at);
}

// Where a body's name ends that goes on at `end`, where its place does; `end` if none does.
std::size_t end_of_body(const Words& words, std::size_t end) {
  if (length_of("body-topic", words, end) > 0) return end;
  if (const std::size_t length = length_of("body", words, end); length > 0) {
    const std::size_t last = end + length - 1;
    const bool has_many = length > 1 && words.piece(last) == "hospital";
    return is_plural(words, last) && !has_many ? end : last + 1;
  }
  // "Surrey and Borders Partnership NHS Trust".
  const bool joins = words.folded(end) == "and" && end + 1 < words.size();
  if (!joins || is_stopword(words.folded(end + 1))) return end;
  const std::size_t length = length_of("joined-body", words, end + 2);
  return length > 0 ? end + 2 + length : end;
}

// Where the body begins that is named before its place: "University of Kent", "NHS Kent".
std::size_t begin_of_body(const Words& words, std::size_t name) {
  constexpr std::size_t kMostWords = 4;
  for (std::size_t length = std::min(kMostWords, name); length > 0; --length)
    if (length_of("body-before", words, name - length) == length) return name - length;
  return name;
}

}  // namespace

AllRecognised find_bodies(const Words& words, const AllRecognised& places) {
  AllRecognised all;
  for (const Recognised& place : places) {
    if (!is_place(place) || is_titled(words, place)) continue;
    const std::size_t name = name_of(words, place);
    const std::size_t own_end = place.first + place.count;
    std::size_t names_end = end_of_places(words, places, own_end);
    // "Kent and Essex police" are two forces.
    if (words.is_one_of(names_end, "police constabulary")) names_end = own_end;
    const std::size_t begin = begin_of_body(words, name), end = end_of_body(words, names_end);
    if (begin == name && end == names_end) continue;
    const std::size_t first = std::min(begin, place.first);
    all.push_back({first, end - first, {}, {}, {}, true, {}});
  }
  return all;
}

}  // namespace ofsearch::understanding
