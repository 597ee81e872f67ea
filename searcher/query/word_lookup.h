// What typed words are in an index: the terms and queries that find them in their forms and
// spellings, and how frequent they are.
#pragma once

#include "common/text/stemmer.h"
#include "searcher/match/exact_words.h"
#include "searcher/query/index_terms.h"

#include <xapian.h>

#include <map>
#include <memory>
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

// One typed word: a word, or the parts of a compound and its joined form.
struct WordSequence {
  std::vector<std::string> words;
  std::string joined;  // of a compound, else empty
};

// For one query. Words are in search form unless said to be typed. All may throw Xapian::Error.
class WordLookup {
 public:
  // `texts`: as exact_words() has it. `phrases_marked`: the index has terms for the phrases of the
  // thesaurus (field_phrases.h).
  WordLookup(IndexTerms* index, Stemmer* stemmer, std::shared_ptr<DocumentData> texts,
             bool phrases_marked);

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
  // Passages that may have one of the words in its very form: those with its stem.
  Weighed candidates(const std::vector<std::string>& words);
  // Passages that have the words in their very forms, side by side. `except`: as in WordPattern.
  Weighed phrase(const std::vector<std::string>& words, const std::string& except = "");
  Weighed pattern(const WordPattern& pattern);
  // Only a filter, for passages that are candidates of all its places.
  Xapian::Query exactly(const WordPattern& pattern) const { return exact_words(pattern, texts_); }
  // The phrase with its last word in singular and plural.
  std::vector<Weighed> phrase_forms(const std::vector<std::string>& words,
                                    const std::string& except);
  // The term of the passages that have these words side by side, the last with or without an "s";
  // empty where the index does not mark this phrase or has it nowhere.
  std::string marked_phrase(const std::vector<std::string>& words) const;

  // ---- Words ------------------------------------------------------------------------------
  std::string stem(const std::string& word) { return stemmer_.stem(word); }
  std::vector<std::string> stems(const std::vector<std::string>& words);
  // The term by which passages are found that have a word or another form of it: its stem's, or
  // itself for a stopword, which has no stem in the index.
  std::string found_by(const std::string& word);
  WordSequence sequence(const std::string& typed) const;
  // All words of a typed phrase in order, compounds taken apart.
  std::vector<std::string> phrase_words(const std::string& typed) const;
  // A phrase as it is, and with each pair of words that reports also write as one in one word:
  // "multi agency hub" and "multiagency hub".
  std::vector<std::vector<std::string>> spellings(const std::vector<std::string>& words) const;
  // Do reports write this word with a hyphen in it?
  bool is_compound(const std::string& joined) const;
  // The words of the index that a pattern with stars stands for, those of most reports first.
  std::vector<std::string> matching(const std::string& pattern);
  // Every word of the index with the stem of `word`; itself if there is none.
  std::vector<std::string> forms(const std::string& word);
  // Are there passages with the stem of these words, all forms of one, and with none of them?
  bool stem_stands_for_more(const std::vector<std::string>& words);

 private:
  using WordsByStem = std::unordered_map<std::string, std::vector<std::string>>;

  double natural_weight(const std::string& term) const;
  bool has_word(const std::string& word) const;
  std::vector<std::string> compound_parts(const std::string& term) const;
  const WordsByStem& words_by_stem(const std::string& first_letter);

  IndexTerms& index_;
  Stemmer& stemmer_;
  std::shared_ptr<DocumentData> texts_;
  bool phrases_marked_;
  std::map<std::string, WordsByStem> by_first_letter_;
};

}  // namespace ofsearch
