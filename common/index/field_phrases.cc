#include "common/index/field_phrases.h"

#include "common/field/everyday.h"
#include "common/field/thesaurus.h"
#include "common/index/schema.h"
#include "common/system/embedded_data.h"
#include "common/text/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ofsearch {
namespace {

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  for (Token& token : tokenise(phrase))
    if (!token.joined) words.push_back(std::move(token.term));
  return words;
}

std::string term_of(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
  return prefixed_term(kPhrasePrefix, key);
}

bool same_but_for_s(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  return a == b || (a.size() == b.size() + 1 && a.back() == 's' && a.starts_with(b));
}

// The next word behind `at`, or the end.
size_t next_word(const std::vector<Token>& tokens, size_t at) {
  ++at;
  while (at < tokens.size() && tokens[at].joined) ++at;
  return at;
}

bool stands_at(const std::vector<std::string>& words, const std::vector<Token>& tokens, size_t at) {
  for (size_t i = 0; i < words.size(); ++i, at = next_word(tokens, at)) {
    if (at >= tokens.size()) return false;
    bool last = i + 1 == words.size();
    if (last ? !same_but_for_s(tokens[at].term, words[i]) : tokens[at].term != words[i])
      return false;
  }
  return true;
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
                                     std::string(embedded_checksum("everyday.txt"));
  return version;
}

std::string phrase_term(std::string_view phrase) {
  std::vector<std::string> words = words_of(phrase);
  return words.size() < 2 ? "" : term_of(words);
}

PhraseFinder::PhraseFinder(const std::vector<std::string>& phrases) {
  for (const std::string& text : phrases) {
    Phrase phrase{words_of(text), {}};
    if (phrase.words.size() < 2) continue;
    phrase.term = term_of(phrase.words);
    Phrases& same_start = by_first_[phrase.words.front()];
    bool known = std::any_of(same_start.begin(), same_start.end(),
                             [&](const Phrase& other) { return other.term == phrase.term; });
    if (!known) same_start.push_back(std::move(phrase));
  }
}

const PhraseFinder::Phrases* PhraseFinder::beginning_with(const std::string& word) const {
  auto found = by_first_.find(word);
  return found == by_first_.end() ? nullptr : &found->second;
}

std::vector<const std::string*> PhraseFinder::find(const std::vector<Token>& tokens,
                                                   const std::vector<const Phrases*>& begun) {
  std::vector<const std::string*> found;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (begun[i] == nullptr || tokens[i].joined) continue;
    for (const Phrase& phrase : *begun[i])
      if (stands_at(phrase.words, tokens, i) &&
          std::find(found.begin(), found.end(), &phrase.term) == found.end())
        found.push_back(&phrase.term);
  }
  return found;
}

}  // namespace ofsearch
