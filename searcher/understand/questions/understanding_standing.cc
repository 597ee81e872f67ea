#include "searcher/understand/questions/understanding_standing.h"

#include "searcher/understand/words/understanding_phrases.h"

namespace ofsearch::understanding {
namespace {

Recognised carrying(std::size_t first, std::size_t end) {
  Recognised carrier;
  carrier.first = first;
  carrier.count = end - first;
  return carrier;
}

}  // namespace

AllRecognised find_standing(const Words& words, const Recognised& name) {
  const auto [begin, end] = words.words_of(name.first, name.count);
  const std::vector<std::string>& typed = words.typed();
  std::vector<std::string> around(typed.begin(), typed.begin() + static_cast<long>(begin));
  around.insert(around.end(), typed.begin() + static_cast<long>(end), typed.end());
  const Words rest(around);
  if (begin == 0 || rest.size() == 0 ||
      Phrases::builtin().length_of("standing", rest, 0) != rest.size())
    return {};
  AllRecognised all = {carrying(0, name.first), name};
  if (const std::size_t behind = name.first + name.count; behind < words.size())
    all.push_back(carrying(behind, words.size()));
  Recognised& telling = all.size() > 2 ? all.back() : all.front();
  telling.order = SortOrder::kNewest;
  return all;
}

std::string note_on_ranking(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (Phrases::builtin().length_of("ranking", words, at) > 0)
      return "authorities are not ranked: --grade outstanding selects reports by grade, --finding "
             "strength passages by what they find";
  return "";
}

}  // namespace ofsearch::understanding
