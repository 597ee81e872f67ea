#include "searcher/understand/names/understanding_titles.h"

#include "searcher/understand/words/understanding_phrases.h"

#include <string>
#include <vector>

namespace ofsearch::understanding {
namespace {

// Longest first; each may stand once before, or behind, a name.
const std::vector<std::vector<std::string>>& titles_before() {
  static const std::vector<std::vector<std::string>> kTitles = {{"the", "london", "borough", "of"},
                                                                {"the", "royal", "borough", "of"},
                                                                {"london", "borough", "of"},
                                                                {"royal", "borough", "of"},
                                                                {"metropolitan", "borough", "of"},
                                                                {"the", "city", "of"},
                                                                {"the", "county", "of"},
                                                                {"city", "of"},
                                                                {"county", "of"},
                                                                {"council", "of"},
                                                                {"borough", "of"},
                                                                {"lb"}};
  return kTitles;
}

const std::vector<std::vector<std::string>>& titles_behind() {
  static const std::vector<std::vector<std::string>> kTitles = {
      {"metropolitan", "borough", "council"},
      {"children", "service", "department"},
      {"children", "service", "trust"},
      {"unitary", "authority"},
      {"county", "council"},
      {"city", "council"},
      {"borough", "council"},
      {"district", "council"},
      {"metropolitan", "council"},
      {"local", "authority"},
      {"childrens", "trust"},
      {"children", "trust"},
      {"childrens", "service"},
      {"children", "service"},
      {"social", "service"},
      {"city"},
      {"council"},
      {"mbc"},
      {"borough"},
      {"authority"},
      {"lbc"},
      {"cc"},
      {"la"}};
  return kTitles;
}

bool stands(const Words& words, std::size_t at, const std::vector<std::string>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (words.piece(at + i) != pieces[i] && words.folded(at + i) != pieces[i]) return false;
  return true;
}

}  // namespace

bool take_around(const Words& words, std::size_t* first, std::size_t* end) {
  bool titled = false;
  for (const auto& title : titles_before())
    if (*first >= title.size() && stands(words, *first - title.size(), title)) {
      *first -= title.size();
      titled = true;
      break;
    }
  constexpr std::string_view kOfTrusts = "board arrangement partnership plan executive";
  for (const auto& title : titles_behind())
    if (stands(words, *end, title) &&
        !(title.back() == "trust" && words.is_one_of(*end + title.size(), kOfTrusts))) {
      *end += title.size();
      titled = true;
      break;
    }
  return titled;
}

void take_preposition(const Words& words, std::size_t* first) {
  if (*first > 0 &&
      (words.is_one_of(*first - 1, kPrepositions) || words.is_one_of(*first - 1, kAround)))
    --*first;
}

}  // namespace ofsearch::understanding
