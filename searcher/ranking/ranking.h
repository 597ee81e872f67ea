// Scores a passage for a plan, and a report from its passages. The scores depend on the texts and
// the plan only, not on the shards of the index.
#pragma once

#include "common/records/passage_record.h"
#include "common/words/stemmer.h"
#include "searcher/plan/plan.h"
#include "searcher/results/results.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// The settings of the ranking. Their values were chosen by experiment; tests/quality/ranking.md has
// the figures.
struct RankingSettings {
  size_t enough_reports = 10;     // with fewer, a query is loosened (match_set.h)
  size_t most_pool = 20000;       // passages that are considered at most: the best by BM25
  size_t at_a_time = 32;          // reports whose passages are read together
  size_t passages_at_a_time = 1;  // of each of them
  double k1 = 1.2, b = 0.4;       // BM25 (Robertson and Zaragoza 2009)
  double average_length = 90;     // words in a passage
  double most_idf = 4.5;          // upper bound of a term's idf
  double coverage = 2.0;          // exponent of the share of the query that the passage covers
  double proximity = 0.35;  // share of the matched terms' weight, if they stand close together
  double pairs = 0.5;       // share of two neighbouring terms' weight, if they stand together
  double free_share = 0.8;  // other words weigh at most this share of the terms of the field
  double expansion = 0.8;   // weight of a thesaurus expansion, times its own
  double expansion_beside_typed = 0.2;  // weight of an expansion if the words typed occur too
  double further = 0.2;                 // share of the score of each further passage of the report
  size_t further_passages = 3;          // further passages that count
  double table = 0.5;                   // factor for a passage of table rows
  double offices = 0.3;                 // factor for the addressees of a letter
  double boilerplate = 0.1;             // factor for what is found only by quoting it
  double in_brief = 0.9;                // factor for a passage of fewer than `few_words` words
  size_t few_words = 20;
  double aging = 0.005;  // deduction a year that a report is older than the newest, up to 15
  double direction_sentence = 0.7;  // share of the topic's sentence in the finding of a passage
  double direction_weight = 0.4;    // weight of a word of judgement beside words of the topic
  double direction_pull = 0.6;      // share added if the finding is the one asked for
};

// The places in a passage's text that match.
struct Answer {
  Marks marks;
  std::pair<size_t, size_t> telling;  // byte range of the sentence with most of the topic; or empty
};

// Matches passages against one plan, which must outlive it. Not thread-safe.
class PassageMatcher {
 public:
  PassageMatcher(const SearchPlan& plan, const RankingSettings& settings, Stemmer* stemmer);
  ~PassageMatcher();

  // Returns the score of `passage`, at least 0. The score adds up BM25 over the words, a share for
  // terms that stand close together and one for neighbours. Factors for the share of the query that
  // is there, for the kind of passage and for its finding multiply it.
  double score(const PassageView& passage);
  // Says for people why the score is what it is: a line for each term of the query, and for each
  // factor.
  std::vector<std::string> reasons(const PassageView& passage);
  Answer answer(const PassageView& passage);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// Returns the most that a passage can score to which Xapian gives `weight` for SearchPlan::score.
double highest_score(double weight, const SearchPlan& plan, const RankingSettings& settings);

// Returns the weight of a term.
double term_weight(const QueryTerm& term, const RankingSettings& settings);

// Returns the factor for the score of a report that is `years` older than the newest; at most 1.
double age_factor(int years, const RankingSettings& settings);

// Returns the score of a report from the scores of its passages, which are best first.
double report_score(const std::vector<double>& scores, const RankingSettings& settings);

}  // namespace ofsearch
