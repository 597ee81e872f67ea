#include "searcher/understand/names/understanding_inspectors.h"

#include "common/field/thesaurus/thesaurus_words.h"
#include "common/text/characters.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace ofsearch::understanding {
namespace {

// "jo o'neill-smith" as "Jo O'Neill-Smith".
std::string name_of_person(std::string name) {
  bool begins = true;
  for (char& c : name) {
    if (begins) c = to_ascii_upper(c);
    begins = c == ' ' || c == '-' || c == '\'';
  }
  return name;
}

// As Words has them, parted by blanks.
std::string pieces_of(const std::string& name) {
  std::string pieces;
  for (const thesaurus::Piece& piece : thesaurus::split_pieces(name))
    pieces += (pieces.empty() ? "" : " ") + piece.folded;
  return pieces;
}

// "Led by young people": what goes on behind `at` is the thing that the word is said of, and no
// surname stood there.
bool goes_on(const Words& words, std::size_t at) {
  constexpr std::string_view kBehind =
      "in on at of about since before after until between from and or for with during which who";
  if (at + 1 >= words.size()) return false;
  const std::string& next = words.folded(at + 1);
  return !words.is_one_of(at + 1, kBehind) && !is_ascii_digit(next.empty() ? '0' : next[0]);
}

}  // namespace

AllRecognised find_inspectors(const Words& words, const Vocabulary& vocabulary) {
  std::map<std::pair<std::size_t, std::size_t>, Recognised> found;  // by first word and number
  for (const std::string& name : vocabulary.inspectors) {
    const std::string pieces = pieces_of(name);
    const std::size_t surname = pieces.rfind(' ') + 1;
    for (std::size_t at = 0; surname > 0 && at < words.size(); ++at) {
      const std::size_t length = words.length_at(at, pieces);
      const bool signed_by = at > 0 && (words.is_one_of(at - 1, "inspector hmi") ||
                                        (words.folded(at - 1) == "by" && at > 1 &&
                                         words.is_one_of(at - 2, "led inspected written")));
      if (length > 0 ||
          (signed_by && words.folded(at) == pieces.substr(surname) && !goes_on(words, at)))
        found[{at, std::max<std::size_t>(length, 1)}].filters.emplace_back("inspector",
                                                                           name_of_person(name));
    }
  }
  constexpr std::string_view kBefore =
      "by led inspected written lead inspector hmi inspection inspections report reports "
      "inspecting";
  AllRecognised all;
  for (auto& [place, each] : found) {
    each.first = place.first;
    while (each.first > 0 && words.is_one_of(each.first - 1, kBefore)) --each.first;
    each.count = place.first + place.second - each.first;
    all.push_back(std::move(each));
  }
  return all;
}

}  // namespace ofsearch::understanding
