// What typed words are in an index: the terms and queries that find them in their forms and
// spellings, and how frequent they are.
#pragma once

#include "common/text/stemmer.h"
#include "searcher/plan/index_terms.h"

#include <xapian.h>

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ofsearch {

std::string stem_term(const std::string& stem);

// A query for passages and what Xapian would have its matches weigh.
struct Weighed {
  Xapian::Query query;
  double natural = 0;
  double share = 1;  // of the weight of what it stands for
};

using Words = std::vector<std::string>;

// One typed word: a word, or the parts of a compound and its joined form.
struct WordSequence {
  std::vector<std::string> words;
  std::string joined;         // of a compound, else empty
  bool typed_joined = false;  // typed as one word, of which reports know the parts
};

// For one query. Words are in search form unless said to be typed. All may throw Xapian::Error.
class WordLookup {
 public:
  // `phrases_marked`: the index has terms for the phrases of the thesaurus (field_phrases.h).
  // `clock`: as PlanOptions::clock.
  WordLookup(IndexTerms* index, Stemmer* stemmer, bool phrases_marked, Xapian::Query clock = {});

  // ---- Frequencies, in passages -----------------------------------------------------------
  double frequency(const std::string& term) const { return index_.frequency(term); }
  bool is_nowhere(const std::string& term) const { return index_.is_nowhere(term); }
  void look_up(std::vector<std::string> terms) const { index_.look_up(std::move(terms)); }
  double stem_frequency(const std::string& stem) const;
  // A phrase is at most as frequent as its rarest word.
  double phrase_frequency(const std::vector<std::string>& stems) const;
  double idf(double frequency) const;  // at least 0; of as many passages as there are, if more
  double idf_of_share(double share) const { return idf(share * index_.documents()); }

  // ---- Queries ----------------------------------------------------------------------------
  Weighed term(const std::string& term) const;
  // Passages that have one of `words` in its very form.
  Weighed any_word(const std::vector<std::string>& words);
  // Passages that have a word of each place side by side, in this order.
  Weighed phrase(const std::vector<Words>& places);
  // Passages that have a word of each place, in any order, within so many words.
  Weighed near(const std::vector<Words>& places, size_t window);
  // How many lists of positions the phrases and nears so far take to read: of each word in every
  // passage that has the rarest of them.
  double position_lists() const { return position_lists_; }
  // The phrase with its last word in singular and plural.
  Weighed phrase_forms(const Words& words);
  // The term of the passages that have these words side by side, the last with or without an "s";
  // empty where the index does not mark this phrase or has it nowhere.
  std::string marked_phrase(const std::vector<std::string>& words) const;

  // ---- Words ------------------------------------------------------------------------------
  std::string stem(const std::string& word) { return stemmer_.stem(word); }
  Words stems(const Words& words);
  // The term by which passages are found that have a word or another form of it: its stem's, or
  // itself for a stopword, which has no stem in the index.
  std::string found_by(const std::string& word);
  WordSequence sequence(const std::string& typed) const;
  // All words of a typed phrase in order; hyphens part them.
  Words phrase_words(const std::string& typed) const;
  // A phrase as it is, and with what reports also write as one word, or as two, so written:
  // "multi agency hub" and "multiagency hub". Few, the phrase itself first.
  std::vector<Words> spellings(const Words& words) const;
  // The parts of a compound written as one word ("multiagency"), from the reports that hyphenate
  // it; empty if it is none.
  Words compound_parts(const std::string& word) const;
  // Do reports write this word with a hyphen in it?
  bool is_compound(const std::string& joined) const;
  // How many passages have the word itself, whatever else hyphens make of it.
  double word_frequency(const std::string& word) const { return frequency(word); }
  // The words of the index that a pattern with stars stands for, those of most reports first.
  std::vector<std::string> matching(const std::string& pattern);
  // Every word of the index with the stem of `word`; itself if there is none.
  std::vector<std::string> forms(const std::string& word);

 private:
  using WordsByStem = std::unordered_map<std::string, std::vector<std::string>>;

  double natural_weight(const std::string& term) const;
  Weighed at_places(const std::vector<Words>& places, Xapian::Query::op op, size_t window);
  const WordsByStem& words_by_stem(const std::string& first_letter);

  IndexTerms& index_;
  Stemmer& stemmer_;
  bool phrases_marked_;
  Xapian::Query clock_;
  double position_lists_ = 0;
  std::map<std::string, WordsByStem> by_first_letter_;
};

}  // namespace ofsearch
