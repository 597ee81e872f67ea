// A file of terms, up to the first zero byte, and a query behind it that is looked up in them.
#include "common/field/thesaurus/thesaurus.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch::fuzz {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

void check_matches(const Thesaurus& thesaurus, const std::vector<std::string>& words) {
  for (const Thesaurus::Match& match : thesaurus.matches(words)) {
    require(match.word_count > 0 && match.first_word + match.word_count <= words.size(),
            "a match lies in the words");
    for (const Expansion& expansion : match.expansions)
      require(expansion.weight > 0 && expansion.weight <= 1, "weights are above 0 and up to 1");
  }
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::string_view text = fuzz::as_text(data, size);
  std::string_view file = text.substr(0, text.find('\0'));
  std::vector<std::string> words =
      fuzz::words_of(text.substr(std::min(file.size() + 1, text.size())));
  auto thesaurus = Thesaurus::parse(file, "own.txt");
  if (!thesaurus) {
    fuzz::require(thesaurus.error().message.starts_with("own.txt:"), "an error names the line");
    return 0;
  }
  fuzz::check_matches(*thesaurus, words);
  Thesaurus both = *thesaurus;
  fuzz::require(static_cast<bool>(both.add(*thesaurus)), "what is said twice is no clash");
  fuzz::require(both.size() == thesaurus->size(), "what is said twice counts once");
  fuzz::check_matches(Thesaurus::builtin(), words);
  return 0;
}
