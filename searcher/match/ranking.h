// How well a passage answers a plan, and a report through its passages. Pure functions over text:
// the same whatever the index's shape.
#pragma once

#include "common/report/passage_record.h"
#include "common/text/stemmer.h"
#include "searcher/plan/plan.h"
#include "searcher/results.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// Chosen by experiment; the figures are in tests/quality/ranking.md.
struct RankingSettings {
  size_t enough_reports = 10;  // with fewer, a query is loosened (match_set.h)
  double some = 0.7;           // of the score of a report that has only some of the query
  size_t pool = 300;           // best passages by BM25 that are scored first
  size_t most_pool = 20000;    // so many are scored at most where more may come up
  size_t completed = 40;       // reports beyond those wanted of which every passage is scored
  // Of an index of more passages than that, a twentieth as many at most.
  size_t large_index = 200000;
  double k1 = 1.2, b = 0.4;    // BM25 (Robertson and Zaragoza 2009)
  double average_length = 90;  // words in a passage
  double most_idf = 4.5;       // a rarer word tells no more than that
  double coverage = 2.0;       // exponent of the share of the query that the passage covers
  double proximity = 0.35;     // share of the matched terms' weight for standing together
  double pairs = 0.5;          // share of two neighbouring terms' weight for standing together
  double free_share = 0.8;     // of the weight of terms of the field, at most for words beside them
  double heading = 0.4;        // a term in the section's heading, as occurrences in the text
  double expansion = 0.8;      // weight of a thesaurus expansion, times its own
  double expansion_beside_typed = 0.2;  // of an expansion where the words typed are there too
  double context = 0.4;         // a term in the passage before or behind, as an expansion's weight
  double further = 0.2;         // share of the score of each further passage of the report
  size_t further_passages = 3;  // so many at most
  double table = 0.5;           // of a passage that is rows of a table, not sentences
  double in_brief = 0.9;        // of a passage of few words
  size_t few_words = 20;        // so many
  double aging = 0.005;         // taken off for each year that a report is older than the newest
  double direction_sentence = 0.7;  // share of the sentence with the topic in what a passage finds
  double direction_weight = 0.4;    // of a word of judgement beside words of the topic
  double direction_pull = 0.6;      // added share where the finding is the one asked for
};

// How often a passage has a query term.
struct TermCount {
  double typed = 0;     // the words typed
  double expanded = 0;  // expansions, each by its weight
  double best = 0;      // weight of the best expansion found

  bool any() const { return typed > 0 || expanded > 0; }
};

// What a passage has of a plan.
struct PassageMatch {
  std::vector<TermCount> counts;  // by query term
  double togetherness = 0;        // what the terms' standing together adds, before coverage
  double length = 0;              // words
  double direction = 1;           // factor for the finding asked for
  double kind = 1;                // factor for what the passage is
};

// Where a passage answers, in its text.
struct Answer {
  Marks marks;
  std::pair<size_t, size_t> telling;  // the sentence with most of the topic; empty: none has any
};

// Matches passages against one plan, which must outlive it. Not for two threads.
class PassageMatcher {
 public:
  PassageMatcher(const SearchPlan& plan, const RankingSettings& settings, Stemmer* stemmer);
  ~PassageMatcher();

  PassageMatch match(const PassageView& passage);
  Answer answer(const PassageView& passage);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// The score of a passage, 0 or more. `before` and `after` are the passages around it in its
// section, where they are known, else nullptr: what they have counts a little for it too.
double passage_score(const PassageMatch& match, const PassageMatch* before,
                     const PassageMatch* after, const SearchPlan& plan,
                     const RankingSettings& settings);

// What a term counts for.
double term_weight(const QueryTerm& term, const RankingSettings& settings);

// What a report is worth of its score that is `years` older than the newest.
double age_factor(int years, const RankingSettings& settings);

// From the scores of a report's passages, best first.
double report_score(const std::vector<double>& scores, const RankingSettings& settings);

}  // namespace ofsearch
