// The plan of a search: what to match, and how to score it. The planner makes it for one index.
#pragma once

#include "searcher/results/results.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// A word, a quoted phrase or a wildcard, as typed. Ranking scores passages term by term.
struct QueryTerm {
  std::string shown;       // as typed
  double idf = 0;          // inverse document frequency: the rarer, the higher; at least 0
  bool direction = false;  // a word of judgement ("weak", "late") beside the topic: direction.h
};

// A sequence of words that counts for one or more query terms if a passage has it.
struct Pattern {
  // stems, or words where `exact`; the first may be a possessive (field_phrases.h)
  std::vector<std::string> sequence;
  bool exact = false;
  std::vector<size_t> terms;  // indices in SearchPlan::terms
  double weight = 1;          // 0 to 1, relative to the words typed
  std::string meaning = {};   // bare words of a long form, for acronyms that the report defines
  bool typed = true;          // the words typed; false: an expansion
};

// An acronym as typed (search form), and its usual meanings (bare words). It does not match in a
// report that defines it otherwise.
using Meaning = std::pair<std::string, std::vector<std::string>>;

// A unit of matching and counting: a term of the field in all its forms, a phrase, or another
// word.
struct Concept {
  std::string shown;        // as typed
  double idf = 0;           // of the rarest of its terms
  bool required = false;    // "+word", a quoted phrase: never dropped
  Xapian::Query has;        // the passages that have it; its weights are not used
  bool judges = false;      // a word of judgement ("late"): dropped before the topic
  bool recognised = false;  // a term of the field, or an everyday saying for one
  bool plain = false;       // a plain verb ("agree"), or how it went ("got worse"): dropped early
  bool setting = false;     // whom it is about, or where: dropped before the matter
  std::string meant = {};   // of a saying that asks for several things: which of them
  Xapian::Query as_typed = {};  // the passages that have it in the words typed; empty: none
  Xapian::Query wider = {};     // counts too where no passage has it; empty: nothing does
  std::string wider_note = {};  // what is said then

  // "waiting lists CAMHS (waiting times)": to tell it from its neighbours.
  std::string name() const { return meant.empty() ? shown : shown + " (" + meant + ")"; }
};

// "Regulation 24", "section 47": a provision of the law by its number.
bool is_provision(const std::string& text);

struct SearchPlan {
  std::vector<QueryTerm> terms;
  std::vector<Pattern> patterns;
  std::vector<Meaning> meanings;
  std::vector<Concept> concepts;  // in the order typed

  Xapian::Query score;       // everything that adds to a passage's weight; empty: nothing
  Xapian::Query excluded;    // documents that must not match; empty: none
  Xapian::Query filter;      // of groups of filters, such as (type:sif OR type:jtai); empty: none
  bool complement = false;   // documents match because they lack something (NOT)
  bool by_passages = false;  // passages match, by words; false: only filters of reports decide

  // The direction of the query: -1 weaknesses, 1 strengths, 0 neither or both; and its words.
  int direction = 0;
  std::vector<std::string> direction_words;
  bool is_general = false;  // one of them says only how good or bad something is: "weak"
  bool finds_both = false;  // what finds the opposite counts too: "no child at risk" stands there

  std::string searched;               // the words and operators, for people
  std::vector<AddedWords> added;      // what is searched beside them
  std::vector<std::string> either;    // what "or" joins, of which one is enough: "health, police"
  std::vector<std::string> left_out;  // what would have been added but for PlanOptions::without
  std::vector<std::string> unknown_words;  // typed words that no passage has
  std::vector<std::string> notices;
};

}  // namespace ofsearch
