// From the query tree to a plan: the Xapian queries that find passages and reports, and the
// patterns by which a passage is scored and marked.
#pragma once

#include "common/field/thesaurus.h"
#include "common/text/stemmer.h"
#include "searcher/match/document_data.h"
#include "searcher/query/index_terms.h"
#include "searcher/query/query_parser.h"

#include <xapian.h>

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace ofsearch {

// One thing asked for: a word, a quoted phrase, a wildcard.
struct QueryTerm {
  std::string shown;       // as typed
  double idf = 0;          // how much finding it tells: the rarer, the more
  bool direction = false;  // a word of judgement ("weak", "late") beside the topic: direction.h
};

// A sequence of words that, found in a passage, counts for one or more query terms.
struct Pattern {
  std::vector<std::string> sequence;  // stems, or words where `exact`
  bool exact = false;
  std::vector<size_t> terms;  // indices of SearchPlan::terms
  double weight = 1;          // beside the words typed
  std::string meaning;        // bare words of a long form, for the report's acronyms
  bool typed = true;          // the words typed themselves, not an expansion
};

struct SearchPlan {
  std::vector<QueryTerm> terms;
  std::vector<Pattern> patterns;
  // Acronyms typed and what the field means by them, bare words: other meanings do not count.
  std::vector<std::pair<std::string, std::vector<std::string>>> meanings;

  // What the words of judgement ask for: -1 weaknesses, 1 strengths, 0 neither or both; and they.
  int direction = 0;
  std::vector<std::string> direction_words;

  Xapian::Query passages;  // every passage that answers
  // Where a passage answers exactly when it has any of these: terms, which report documents can
  // tell as well (report_term() in schema.h), and phrases, which only passages can.
  bool any_word_answers = false;
  std::vector<std::string> any_term;
  std::vector<Xapian::Query> phrases;

  std::string interpreted;                 // "private AND ..." for people
  std::vector<std::string> unknown_words;  // typed words that no passage has
  std::vector<std::string> notices;
};

struct PlanOptions {
  bool require_all = false;  // every word must be in the passage
  // As in RankingSettings, which see.
  double most_idf = 4.5, expansion = 0.8, direction_weight = 0.4;
  std::shared_ptr<DocumentData> texts;  // see exact_words()
  // The index marks the phrases that `thesaurus` knows (field_phrases.h).
  bool phrases_marked = false;
};

// Looks words up in `index` (term frequencies, compounds, wildcards). May throw Xapian::Error.
SearchPlan make_plan(const ParsedQuery& query, IndexTerms* index, const Thesaurus& thesaurus,
                     Stemmer* stemmer, const PlanOptions& options = {});

}  // namespace ofsearch
