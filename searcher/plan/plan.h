// What a search looks for: the plain result of planning a query against an index.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// A word, a quoted phrase or a wildcard, as typed. Ranking scores passages term by term.
struct QueryTerm {
  std::string shown;       // as typed
  double idf = 0;          // how much finding it tells: the rarer, the more; at least 0
  bool direction = false;  // a word of judgement ("weak", "late") beside the topic: direction.h
};

// A sequence of words that counts for one or more query terms where a passage has it.
struct Pattern {
  std::vector<std::string> sequence;  // stems, or words where `exact`
  bool exact = false;
  std::vector<size_t> terms;  // indices of the terms it counts for
  double weight = 1;          // 0 to 1, beside the words typed
  std::string meaning = {};   // bare words of a long form, for acronyms that the report defines
  bool typed = true;          // the words typed themselves, not an expansion
};

// An acronym as typed (search form), and what the field means by it (bare words). A report that
// defines it otherwise does not answer.
using Meaning = std::pair<std::string, std::vector<std::string>>;

// One thing asked for as a whole: a term of the field in all its forms, a phrase, or a word left
// over. Matching and counting go by concepts.
struct Concept {
  std::string shown;      // as typed
  double idf = 0;         // of the rarest of its terms
  bool required = false;  // "+word", a quoted phrase: never given up
  Xapian::Query has;      // the passages that have it; weights mean nothing
  bool judges = false;    // "late": given up before the topic
};

struct SearchPlan {
  std::vector<QueryTerm> terms;
  std::vector<Pattern> patterns;
  std::vector<Meaning> meanings;
  std::vector<Concept> concepts;  // in the order typed

  Xapian::Query score;       // all that speaks for a passage, weighted; empty: nothing does
  Xapian::Query excluded;    // documents that must not be among the answers; empty: none
  Xapian::Query filter;      // of groups of filters, such as (type:sif OR type:jtai); empty: none
  bool complement = false;   // documents answer for what they have not
  bool by_passages = false;  // words decide, so passages do; else filters of reports alone

  // What the words of judgement ask for: -1 weaknesses, 1 strengths, 0 neither or both; and they.
  int direction = 0;
  std::vector<std::string> direction_words;

  std::string interpreted;                 // what is searched, readable
  std::vector<std::string> unknown_words;  // typed words that no passage has
  std::vector<std::string> notices;
};

}  // namespace ofsearch
