// The phrases of the field: the terms of several words in thesaurus.txt and everyday.txt. The
// indexer marks each passage and each report that has a phrase with a term for it, so that a search
// that expands to phrases (most do) reads one posting list a phrase, and no positions.
#pragma once

#include "common/text/words.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// The phrases that an index marks: the terms of the built-in thesaurus, and the meanings of
// everyday sayings.
std::vector<std::string> marked_phrases();

// A version string that changes with marked_phrases().
const std::string& marked_phrases_version();

// The index term of a phrase: its words in search form, without punctuation between them
// ("multi-agency hub" and "Multi agency hub" have the same term). Empty for fewer than two words.
std::string phrase_term(std::string_view phrase);

// Finds phrases among the words of a passage. A phrase matches if its words stand side by side as
// written; the last word may have or lack a final "s".
class PhraseFinder {
 public:
  // The phrases that begin with one word; they live as long as the finder.
  struct Phrase {
    std::vector<std::string> words;
    std::string term;  // phrase_term
  };
  using Phrases = std::vector<Phrase>;

  explicit PhraseFinder(const std::vector<std::string>& phrases);

  // Null for a word that begins no phrase, as most do.
  const Phrases* beginning_with(const std::string& word) const;

  // The terms of the phrases among `tokens` (as tokenise() returns them), each once, in the order
  // in which they are first found. `begun`: beginning_with() of each token's word.
  static std::vector<const std::string*> find(const std::vector<Token>& tokens,
                                              const std::vector<const Phrases*>& begun);

 private:
  std::unordered_map<std::string, Phrases> by_first_;  // by first word
};

}  // namespace ofsearch
