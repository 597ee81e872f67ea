#include "searcher/plan/clauses/typed_words.h"

#include "common/text/text.h"

#include <algorithm>

namespace ofsearch {

std::string word_at(const std::vector<std::string>& words, size_t at) {
  if (at >= words.size()) return {};
  // Most words are in search form already, and are asked for often.
  const bool is_plain =
      std::ranges::all_of(words[at], [](char letter) { return letter >= 'a' && letter <= 'z'; });
  return is_plain ? words[at] : search_form(words[at]);
}

size_t length_at(const std::vector<std::string>& words, size_t at, std::string_view text) {
  const std::vector<std::string_view> wanted = split_words(text);
  for (size_t i = 0; i < wanted.size(); ++i)
    if (word_at(words, at + i) != wanted[i]) return 0;
  return wanted.size();
}

std::unordered_set<std::string_view> set_of_words(std::string_view text) {
  const std::vector<std::string_view> words = split_words(text);
  return {words.begin(), words.end()};
}

}  // namespace ofsearch
