// The phrases of the field: the thesaurus's terms of several words. The indexer marks each passage
// and each report that has one with a term of its own, so that a search which expands to phrases
// (most do) looks up one posting list each and reads no text.
#pragma once

#include "common/text.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// The term of an index that stands for a phrase: its words in search form, without signs between
// them ("multi-agency hub" and "Multi agency hub" are one). Empty for fewer than two words.
std::string phrase_term(std::string_view phrase);

// Finds phrases among the words of a passage. A phrase is there if its words stand side by side as
// written, the last also with or without an "s".
class PhraseFinder {
 public:
  explicit PhraseFinder(const std::vector<std::string>& phrases);

  // The terms (phrase_term) of the phrases among `tokens`, as tokenise() gives them; each at most
  // once, in the order in which they are first found. They live as long as the finder.
  std::vector<const std::string*> find(const std::vector<Token>& tokens) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    std::string term;
  };
  std::unordered_map<std::string, std::vector<Phrase>> by_first_;  // by first word
};

}  // namespace ofsearch
