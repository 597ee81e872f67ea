#include "common/index/field_phrases.h"

#include "common/field/thesaurus/everyday.h"
#include "common/field/thesaurus/thesaurus.h"
#include "common/index/schema.h"
#include "common/system/embedded_data.h"
#include "common/words/stemmer.h"
#include "common/words/words.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

std::vector<std::string> stems_of(std::string_view phrase, Stemmer* stemmer) {
  std::vector<std::string> stems;
  for (const std::string& word : words_of_phrase(phrase))
    stems.push_back(stem_in_phrase(word, stemmer));
  return stems;
}

// Whether the words behind the first of a phrase stand behind `at`.
bool goes_on(const std::vector<std::string>& stems, const std::vector<PhraseFinder::Word>& words,
             size_t at) {
  return stems.size() <= words.size() - at &&
         std::equal(stems.begin() + 1, stems.end(),
                    words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    [](const std::string& stem, const auto& word) { return stem == *word.stem; });
}

}  // namespace

std::vector<std::string> marked_phrases() {
  std::vector<std::string> phrases = Thesaurus::builtin().terms();
  std::vector<std::string> meanings = Everyday::builtin().meanings();
  phrases.insert(phrases.end(), std::make_move_iterator(meanings.begin()),
                 std::make_move_iterator(meanings.end()));
  return phrases;
}

const std::string& marked_phrases_version() {
  static const std::string version = std::string(Thesaurus::builtin_version()) + "-" +
                                     std::string(embedded_checksum("everyday.txt")) +
                                     "-places-owners";
  return version;
}

std::vector<std::string> words_of_phrase(std::string_view phrase) {
  std::vector<Token> tokens = tokenise(phrase);
  std::erase_if(tokens, [](const Token& token) { return token.joined; });
  std::vector<std::string> words;
  for (const Token& token : tokens) words.push_back(token.term);
  if (tokens.size() == 2 && tokens.front().possessive) words.front() = owner_of(tokens.front());
  return words;
}

std::string stem_in_phrase(const std::string& word, Stemmer* stemmer) {
  if (!is_owner(word)) return stemmer->stem(word);
  return as_owner(stemmer->stem(token_of_word(word).term));
}

std::string phrase_term(const std::vector<std::string>& stems) {
  if (stems.size() < 2) return "";
  return prefixed_term(kPhrasePrefix, fmt::format("{}", fmt::join(stems, " ")));
}

PhraseFinder::PhraseFinder(const std::vector<std::string>& phrases) {
  Stemmer stemmer;
  for (const std::string& text : phrases) {
    Phrase phrase{stems_of(text, &stemmer), {}};
    if (phrase.stems.size() < 2) continue;
    phrase.term = phrase_term(phrase.stems);
    Phrases& same_start = by_first_[phrase.stems.front()];
    bool known = std::any_of(same_start.begin(), same_start.end(),
                             [&](const Phrase& other) { return other.term == phrase.term; });
    if (!known) same_start.push_back(std::move(phrase));
  }
}

const PhraseFinder::Phrases* PhraseFinder::beginning_with(const std::string& stem) const {
  auto found = by_first_.find(stem);
  return found == by_first_.end() ? nullptr : &found->second;
}

std::vector<const std::string*> PhraseFinder::find(const std::vector<Word>& words) {
  std::vector<const std::string*> found;
  for (size_t i = 0; i < words.size(); ++i) {
    for (const Phrases* begun : {words[i].begun, words[i].begun_by_owner}) {
      if (begun == nullptr) continue;
      for (const Phrase& phrase : *begun)
        if (goes_on(phrase.stems, words, i)) found.push_back(&phrase.term);
    }
  }
  return found;
}

}  // namespace ofsearch
