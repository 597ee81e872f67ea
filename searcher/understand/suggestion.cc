#include "searcher/understand/suggestion.h"

#include "common/text/text.h"
#include "searcher/understand/spelling.h"

#include <algorithm>

namespace ofsearch {

std::optional<std::string> suggest(const std::string& query,
                                   const std::vector<std::string>& unknown, IndexWords* of_index) {
  const std::vector<NearWord> words = near_words(unknown, of_index);
  std::string suggestion = query;
  bool changed = false;
  for (const std::string& typed : unknown) {
    size_t at = suggestion.find(typed);
    std::string word = search_form(typed);
    auto near = std::find_if(words.begin(), words.end(),
                             [&](const NearWord& each) { return each.typed == word; });
    if (at == std::string::npos || near == words.end() || near->best.empty()) continue;
    suggestion.replace(at, typed.size(), near->best);
    changed = true;
  }
  return changed ? std::optional(suggestion) : std::nullopt;
}

}  // namespace ofsearch
