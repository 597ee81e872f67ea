#include "searcher/query/or_words.h"

#include "common/text/characters.h"
#include "common/text/lists.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {

bool is_number_beside_or(const std::string& word) {
  constexpr std::array<std::string_view, 12> kWords = {"one",  "two", "three", "four",
                                                       "five", "six", "seven", "eight",
                                                       "nine", "ten", "once",  "twice"};
  return is_one_of(word, kWords) || std::ranges::any_of(word, is_ascii_digit);
}

bool or_only_bounds(const std::string& word) {
  constexpr std::array<std::string_view, 28> kBounds = {
      "not",     "so",    "more",   "less",     "fewer",  "else",  "otherwise",
      "above",   "below", "over",   "under",    "older",  "elder", "younger",
      "better",  "worse", "higher", "lower",    "longer", "later", "sooner",
      "earlier", "even",  "rather", "whatever", "near",   "about", "beyond"};
  return is_one_of(word, kBounds) || is_number_beside_or(word);
}

bool or_is_in_name(const std::string& before, const std::string& behind) {
  return before == "need" && behind == "protection";
}

}  // namespace ofsearch
