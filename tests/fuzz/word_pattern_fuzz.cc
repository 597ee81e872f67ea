// A line of words, then a text: the words stand in it side by side exactly where its tokens tell.
#include "common/text/text.h"
#include "searcher/match/exact_words.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace ofsearch;

WordPattern pattern_of(std::string_view line) {
  WordPattern pattern;
  for (const Token& token : tokenise(line))
    if (!token.joined && pattern.places.size() < 8) pattern.places.push_back({token.term});
  return pattern;
}

bool is_at(const std::vector<Token>& tokens, const std::string& word, int position) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.position == position && token.term == word;
  });
}

bool has_phrase(const std::vector<Token>& tokens, const WordPattern& pattern) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& first) {
    for (size_t i = 0; i < pattern.places.size(); ++i)
      if (!is_at(tokens, pattern.places[i][0], first.position + static_cast<int>(i))) return false;
    return true;
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kLongest = 2000;  // the slow way is slow
  std::string_view input = fuzz::as_text(data, std::min(size, kLongest));
  size_t end = std::min(input.find('\n'), input.size());
  std::string_view text = input.substr(std::min(end + 1, input.size()));
  WordPattern pattern = pattern_of(input.substr(0, end));
  if (pattern.places.empty()) return 0;
  bool found = WordPatternMatcher(pattern).matches(text);
  fuzz::require(found == has_phrase(tokenise(text), pattern), "phrases stand where tokens tell");
  pattern.window = static_cast<int>(pattern.places.size());
  if (found) fuzz::require(WordPatternMatcher(pattern).matches(text), "a phrase is near itself");
  return 0;
}
