// Finds the phrases of the field: the terms of several words in thesaurus.txt and everyday.txt. The
// indexer marks each passage and each report that has a phrase with a term for it. So a search that
// expands to phrases (most do) reads one posting list a phrase, and no positions.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

class Stemmer;

// Returns the phrases that an index marks: the terms of the built-in thesaurus, and the meanings of
// everyday sayings.
std::vector<std::string> marked_phrases();

// Returns a version string that changes with marked_phrases() and with how they are found.
const std::string& marked_phrases_version();

// Returns the words of a phrase as terms. The first of two keeps its possessive 's: "children's
// homes" are no "child home from care", "children's experiences" no "children experience delay". In
// longer phrases the other words tell.
std::vector<std::string> words_of_phrase(std::string_view phrase);

// Returns what is compared of such a word: its stem. A possessive has an 's ("child's" for
// "children's" too).
std::string stem_in_phrase(const std::string& word, Stemmer* stemmer);

// Returns the index term of a phrase, from the stems of its words. It is empty for fewer than two.
std::string phrase_term(const std::vector<std::string>& stems);

// Finds phrases among the words of a passage. A phrase matches if words with its stems and
// possessives stand side by side, whatever signs stand between them.
class PhraseFinder {
 public:
  struct Phrase {
    std::vector<std::string> stems;  // stem_in_phrase() of each word
    std::string term;                // phrase_term
  };
  // The phrases that begin with one word; they live as long as the finder.
  using Phrases = std::vector<Phrase>;

  // A word of a passage; joined forms of compounds are none.
  struct Word {
    const std::string* stem;
    const Phrases* begun;                     // beginning_with(*stem)
    const Phrases* begun_by_owner = nullptr;  // beginning_with() its possessive
  };

  explicit PhraseFinder(const std::vector<std::string>& phrases);

  // Returns the phrases that begin with `stem`; null for a stem or possessive that begins none, as
  // most do.
  const Phrases* beginning_with(const std::string& stem) const;

  // Returns the terms of the phrases among `words`, one for each place where a phrase stands: how
  // often a passage has one bounds its score.
  static std::vector<const std::string*> find(const std::vector<Word>& words);

 private:
  std::unordered_map<std::string, Phrases> by_first_;  // by first stem or possessive
};

}  // namespace ofsearch
