// The phrases of the field: the thesaurus's terms of several words, and those of everyday.txt. The
// indexer marks each passage and each report that has one with a term of its own, so that a search
// which expands to phrases (most do) looks up one posting list each and reads no text.
#pragma once

#include "common/text/words.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// The phrases that indexes mark: the terms of the built-in thesaurus, and what everyday sayings
// mean.
std::vector<std::string> marked_phrases();

// Changes whenever they do.
const std::string& marked_phrases_version();

// The term of an index that stands for a phrase: its words in search form, without signs between
// them ("multi-agency hub" and "Multi agency hub" are one). Empty for fewer than two words.
std::string phrase_term(std::string_view phrase);

// Finds phrases among the words of a passage. A phrase is there if its words stand side by side as
// written, the last also with or without an "s".
class PhraseFinder {
 public:
  // The phrases that begin with one word; they live as long as the finder.
  struct Phrase {
    std::vector<std::string> words;
    std::string term;  // phrase_term
  };
  using Phrases = std::vector<Phrase>;

  explicit PhraseFinder(const std::vector<std::string>& phrases);

  // Null for a word that begins none, as most do.
  const Phrases* beginning_with(const std::string& word) const;

  // The terms of the phrases among `tokens`, as tokenise() gives them; each at most once, in the
  // order in which they are first found. `begun`: beginning_with() the word of each token.
  static std::vector<const std::string*> find(const std::vector<Token>& tokens,
                                              const std::vector<const Phrases*>& begun);

 private:
  std::unordered_map<std::string, Phrases> by_first_;  // by first word
};

}  // namespace ofsearch
