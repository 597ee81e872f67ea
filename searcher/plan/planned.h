// The plan of one part of a query, and how parts are put together.
#pragma once

#include "searcher/plan/plan.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// What one node of the query tree adds to a plan. `patterns` count for `terms` of its own.
struct Planned {
  Xapian::Query has;    // passages that answer it; empty: it asks for nothing
  Xapian::Query score;  // what speaks for a passage, weighted
  bool required = false;
  bool recognised = false;  // a term of the field, or an everyday saying for one
  bool judges = false;      // such a term of one word, which is one of judgement
  double rarity = 0;        // idf() before it was balanced against other terms; 0: it was not
  std::string shown;

  std::vector<QueryTerm> terms;
  std::vector<Pattern> patterns;
  std::vector<Meaning> meanings;
  std::vector<std::pair<std::string, std::vector<std::string>>> also;  // a term, its expansions
  int direction = 0;
  std::vector<std::string> direction_words;
  std::vector<std::string> unknown_words, notices;

  bool complement = false;  // `has` finds documents for what they have not
  bool words = false;       // `has` asks for words though there are no terms: they are not scored
  bool only_filters() const {
    return !words && terms.empty() && unknown_words.empty() && direction_words.empty() &&
           !has.empty();
  }

  double idf() const {
    double most = rarity;
    for (const QueryTerm& term : terms) most = std::max(most, term.idf);
    return most;
  }
};

template <typename Item>
void append_all(std::vector<Item>* to, std::vector<Item> from) {
  to->insert(to->end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Moves everything but the queries of `from` behind what `to`, a Planned or a SearchPlan, has.
template <typename Plan>
void append_terms(Plan* to, Planned* from) {
  const size_t before = to->terms.size();
  for (Pattern& pattern : from->patterns)
    for (size_t& term : pattern.terms) term += before;
  append_all(&to->terms, std::move(from->terms));
  append_all(&to->patterns, std::move(from->patterns));
  append_all(&to->meanings, std::move(from->meanings));
  append_all(&to->direction_words, std::move(from->direction_words));
  append_all(&to->unknown_words, std::move(from->unknown_words));
  append_all(&to->notices, std::move(from->notices));
  to->complement = to->complement || from->complement;
  to->direction = std::clamp(to->direction + from->direction, -1, 1);
}

// Empty queries ask for nothing, so they count for nothing.
inline Xapian::Query joined(Xapian::Query::op op, const Xapian::Query& a, const Xapian::Query& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return Xapian::Query(op, a, b);
}

}  // namespace ofsearch
