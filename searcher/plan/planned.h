// The plan of one part of a query, and how parts are combined.
#pragma once

#include "searcher/plan/plan.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// What finds a term of the field, or a word left over: `words` are stems. The first is what was
// typed. `same`: the words typed, or another name of the same.
struct CountedForm {
  std::vector<std::string> words;
  Xapian::Query query;
  bool same = false;
};

// The plan of one node of the query tree. Its patterns refer to its own terms.
struct Planned {
  Xapian::Query has;    // passages that match; empty: it requires nothing
  Xapian::Query score;  // everything that adds to a passage's weight
  bool required = false;
  bool recognised = false;  // a term of the field, or an everyday saying for one
  bool plain = false;       // a plain verb, or how something went: "got worse"
  bool setting = false;     // whom it is about ("children in care"), or where
  bool judges = false;      // a recognised term of one word that is a word of judgement
  bool is_general = false;  // and says only how good or bad something is: "weak"
  bool light = false;       // speaks a little for a passage
  bool tail = false;        // says so little that it only ranks where anything else is asked for
  // idf() before WordPlans::balance(), or more, as it is kept before another; 0: neither.
  double rarity = 0;
  double commonest = 0;  // of alternatives: idf() of the most common; 0: it is none
  std::string shown;
  std::string meant;              // of a saying that asks for several things: which of them
  Xapian::Query related;          // what only ranks
  Xapian::Query as_typed, wider;  // as Concept has them
  std::string wider_note;
  std::vector<CountedForm> counted;  // what `has` is made of; empty: not known

  std::vector<QueryTerm> terms;
  std::vector<Pattern> patterns;
  std::vector<Meaning> meanings;
  std::vector<AddedWords> added;
  std::vector<std::string> left_out;  // of PlanOptions::without
  int direction = 0;
  bool inherits = false;  // the direction is that of the term's other names, not of its words
  std::vector<std::string> direction_words;
  bool finds_both = false;  // as SearchPlan has it
  std::vector<std::string> unknown_words, notices;

  size_t first = 0, end = 0;  // the words typed that say it; of a saying the outermost
  size_t alternatives = 0;    // those that "or" joins have one number; 0: it joins nothing
  std::string either = {};    // of alternatives: "health, police"

  bool complement = false;  // `has` matches documents that lack something (NOT)
  bool words = false;       // `has` matches words though `terms` is empty: they are not scored
  bool only_filters() const {
    return !words && terms.empty() && unknown_words.empty() && direction_words.empty() &&
           !has.empty();
  }

  double idf() const {
    if (commonest > 0) return commonest;
    double most = rarity;
    for (const QueryTerm& term : terms) most = std::max(most, term.idf);
    return most;
  }
};

template <typename Item>
void append_all(std::vector<Item>* to, std::vector<Item> from) {
  to->insert(to->end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Moves everything but the queries from `from` to the end of `to`, a Planned or a SearchPlan.
template <typename Plan>
void append_terms(Plan* to, Planned* from) {
  const size_t before = to->terms.size();
  for (Pattern& pattern : from->patterns)
    for (size_t& term : pattern.terms) term += before;
  append_all(&to->terms, std::move(from->terms));
  append_all(&to->patterns, std::move(from->patterns));
  append_all(&to->meanings, std::move(from->meanings));
  append_all(&to->added, std::move(from->added));
  append_all(&to->left_out, std::move(from->left_out));
  append_all(&to->direction_words, std::move(from->direction_words));
  append_all(&to->unknown_words, std::move(from->unknown_words));
  append_all(&to->notices, std::move(from->notices));
  to->complement = to->complement || from->complement;
  to->is_general = to->is_general || from->is_general;
  to->finds_both = to->finds_both || from->finds_both;
  to->direction = std::clamp(to->direction + from->direction, -1, 1);
}

// `a` and `b` joined by `op`; the other one if either is empty.
inline Xapian::Query joined(Xapian::Query::op op, const Xapian::Query& a, const Xapian::Query& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return Xapian::Query(op, a, b);
}

}  // namespace ofsearch
