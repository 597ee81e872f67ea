#include "indexer/document/demands.h"

#include "common/text/lists.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ofsearch {

using namespace std::string_view_literals;

bool is_demand(std::string_view sentence) {
  static constexpr std::array kGoesOn = {"this"sv, "these"sv, "they"sv, "it"sv,   "its"sv,
                                         "for"sv,  "such"sv,  "any"sv,  "when"sv, "as"sv};
  static constexpr std::array kMust = {"should"sv, "must"sv};
  static constexpr std::array kWho = {
      "leaders"sv,     "authority"sv,     "partnership"sv, "partners"sv,      "board"sv,
      "lscb"sv,        "managers"sv,      "director"sv,    "council"sv,       "lap"sv,
      "dcs"sv,         "partnerships"sv,  "agencies"sv,    "commissioners"sv, "providers"sv,
      "authorities"sv, "professionals"sv, "icb"sv,         "trust"sv,         "police"sv};
  constexpr size_t kNear = 14;  // words
  const std::string form = bare_words(sentence);
  const std::vector<std::string_view> words = split_words(form);
  if (words.empty() || is_one_of(words.front(), kGoesOn)) return false;
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(kNear, words.size()));
  const auto must = std::find_if(words.begin(), end,
                                 [](std::string_view word) { return is_one_of(word, kMust); });
  return must != end && std::any_of(words.begin(), must,
                                    [](std::string_view word) { return is_one_of(word, kWho); });
}

}  // namespace ofsearch
