// Looks up typed words in an index: the terms and queries that match their forms and spellings, and
// their frequencies.
#pragma once

#include "common/words/stemmer.h"
#include "searcher/plan/lookup/index_terms.h"
#include "searcher/plan/lookup/phrase_budget.h"

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ofsearch {

std::string stem_term(const std::string& stem);

// A query for passages, and the weight that Xapian would give its matches.
struct Weighed {
  Xapian::Query query;
  double natural = 0;
  double share = 1;  // of the weight of the term that it stands for
};

using Words = std::vector<std::string>;

// One typed word: a word, or the parts of a compound and its joined form.
struct WordSequence {
  std::vector<std::string> words;
  std::string joined;         // of a compound, else empty
  bool typed_joined = false;  // typed as one word, but hyphenated in reports
};

// For one query. Words are in search form, unless called typed. May throw Xapian::Error.
class WordLookup {
 public:
  // `phrases_marked`: the index has terms for the phrases of the thesaurus (field_phrases.h).
  // `clock`: as PlanOptions::clock.
  WordLookup(IndexTerms* index, Stemmer* stemmer, PhraseBudget* budget, bool phrases_marked,
             Xapian::Query clock = {});

  // ---- Frequencies, in passages -----------------------------------------------------------
  // Of a word, also as a part of a compound.
  double frequency(const std::string& term) const { return index_.frequency(term); }
  bool is_nowhere(const std::string& term) const { return index_.is_nowhere(term); }
  void look_up(std::vector<std::string> terms) const { index_.look_up(std::move(terms)); }
  double stem_frequency(const std::string& stem) const;
  // A phrase is at most as frequent as its rarest word. `stems`: as stems() has them.
  double phrase_frequency(const std::vector<std::string>& stems) const;
  double idf(double frequency) const;  // at least 0; `frequency` may exceed the number of passages
  double idf_of_share(double share) const { return idf(share * index_.documents()); }

  // ---- Queries ----------------------------------------------------------------------------
  Weighed term(const std::string& term) const;
  // Passages that have the word in any form, but not those that only imply an acronym which its
  // stem happens to be ("added", "AD").
  Weighed any_form(const std::string& word);
  // Without boilerplate, which has its words as written, and no other terms of its text.
  static Weighed but_boilerplate(Weighed found);
  // Passages that have one of `words` in exactly this form.
  Weighed any_word(const std::vector<std::string>& words);
  // Passages that have one of the words of each place, side by side, in this order.
  Weighed phrase(const std::vector<Words>& places);
  // Passages that have one of the words of each place, in any order, within `window` words.
  Weighed near(const std::vector<Words>& places, size_t window);
  // Passages that have one of the words of each place, in this order, within `window` words.
  Weighed in_order(const std::vector<Words>& places, size_t window);
  // The number of lists of positions that the phrases and nears so far will read: one for each word
  // in every passage that has the rarest of them.
  double position_lists() const { return position_lists_; }
  // Passages that have the words side by side, each in any of its forms, a possessive as written,
  // but boilerplate. Of a phrase that the query cannot afford those that have all of its words, if
  // it was typed; else none, with an empty query.
  Weighed phrase_forms(const Words& words, PhraseOf use);
  // Of a phrase: whether the query cannot afford it.
  bool is_given_up(const Words& words);
  // The term that marks passages with these words side by side, each in any of its forms; empty if
  // the index does not mark this phrase or no passage has it.
  std::string marked_phrase(const Words& words);

  // ---- Words ------------------------------------------------------------------------------
  std::string stem(const std::string& word) { return stemmer_.stem(word); }
  // Of words of a phrase (stem_in_phrase()).
  Words stems(const Words& words);
  // The term of passages that have the word or another form of it: the term of its stem, or the
  // word itself for a stopword, which has no stem in the index.
  std::string found_by(const std::string& word);
  WordSequence sequence(const std::string& typed) const;
  // All words of a typed phrase in order; hyphens separate words.
  Words phrase_words(const std::string& typed) const;
  // A phrase and its other spellings, with compounds as one word or as two: "multi agency hub" and
  // "multiagency hub". A small number; the phrase itself comes first.
  std::vector<Words> spellings(const Words& words) const;
  // The parts of a compound written as one word ("multiagency"), from reports that hyphenate it;
  // empty if it is not a compound.
  Words compound_parts(const std::string& word) const;
  // Whether reports write this word with a hyphen in it.
  bool is_compound(const std::string& joined) const;
  // The words of the index that match a pattern with stars, the most frequent first. Hyphens in it
  // join, as they do in the index: "multi-agen*" is "multiagen*".
  std::vector<std::string> matching(const std::string& pattern);
  // Every word of the index with the stem of `word`; `word` itself if there is none.
  std::vector<std::string> forms(const std::string& word);

 private:
  Words owner_forms(const std::string& word);
  Weighed all_words(const Words& words);
  using WordsByStem = std::unordered_map<std::string, std::vector<std::string>>;

  double natural_weight(const std::string& term) const;
  double least_natural(const std::set<std::string>& terms) const;
  Weighed at_places(const std::vector<Words>& places, Xapian::Query::op op, size_t window);
  const WordsByStem& words_by_stem(const std::string& first_letter);

  IndexTerms& index_;
  Stemmer& stemmer_;
  PhraseBudget& budget_;
  bool phrases_marked_;
  Xapian::Query clock_;
  double position_lists_ = 0;
  std::map<std::string, Weighed> phrases_;  // that phrase_forms() has made
  std::map<std::string, WordsByStem> by_first_letter_;
};

}  // namespace ofsearch
