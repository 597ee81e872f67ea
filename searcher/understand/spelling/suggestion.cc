#include "searcher/understand/spelling/suggestion.h"

#include "common/text/text.h"
#include "common/words/whole_words.h"
#include "searcher/understand/spelling/near_words.h"

#include <algorithm>
#include <utility>

namespace ofsearch {

std::optional<std::string> suggest(const std::string& query,
                                   const std::vector<std::string>& unknown, IndexWords* of_index) {
  const std::vector<NearWord> words = near_words(unknown, of_index);
  std::string suggestion = query;
  for (const std::string& typed : unknown) {
    std::string word = search_form(typed);
    auto near = std::find_if(words.begin(), words.end(),
                             [&](const NearWord& each) { return each.typed == word; });
    if (near != words.end() && !near->best.empty())
      suggestion = with_words_replaced(std::move(suggestion), typed, near->best);
  }
  return suggestion == query ? std::nullopt : std::optional(std::move(suggestion));
}

std::string with_words_replaced(std::string text, std::string_view words, std::string_view better) {
  if (words.empty()) return text;
  for (size_t at = find_whole(text, words); at != std::string::npos;
       at = find_whole(text, words, at + better.size()))
    text.replace(at, words.size(), better);
  return text;
}

std::string with_corrections(std::string text, const std::vector<Correction>& corrected) {
  for (const Correction& each : corrected)
    text = with_words_replaced(std::move(text), each.typed, each.searched);
  return text;
}

}  // namespace ofsearch
