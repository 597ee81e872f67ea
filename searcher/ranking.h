// How well a passage answers a plan, and a report through its passages. Pure functions over text:
// the same whatever the index's shape.
#pragma once

#include <string>
#include <vector>

#include "common/passage_record.h"
#include "common/terms.h"
#include "searcher/query_builder.h"
#include "searcher/results.h"

namespace ofsearch {

// Chosen by experiment; the figures are in tests/quality/ranking.md.
struct RankingSettings {
  size_t pool = 1000;            // best passages by BM25 that are scored
  double k1 = 1.2, b = 0.5;      // BM25 (Robertson and Zaragoza 2009)
  double average_length = 90;    // words in a passage
  double coverage = 2.0;         // exponent of the share of the query that the passage covers
  double proximity = 0.35;       // share of the matched terms' weight for standing together
  double pairs = 0.5;            // share of two neighbouring terms' weight for standing together
  double heading = 0.4;          // a term in the section's heading, as occurrences in the text
  double expansion = 0.8;        // weight of a thesaurus expansion, times its own
  double expansion_beside_typed = 0.2;  // of an expansion where the words typed are there too
  double further = 0.2;          // share of the score of each further passage of the report
  size_t further_passages = 3;   // so many at most
  double direction_weight = 0.6; // of a word of judgement beside words of the topic
  double direction_pull = 0.25;  // added share where the finding is the one asked for
};

struct PassageScore {
  double score = 0;
  Marks marks;        // where the passage answers, in its text
  double coverage = 0;  // 0 to 1: share of the query's weight that is there
};

PassageScore score_passage(const StoredPassage& stored, const SearchPlan& plan,
                           const RankingSettings& settings, Stemmer* stemmer);

// From the scores of a report's passages, best first.
double report_score(const std::vector<double>& scores, const RankingSettings& settings);

}  // namespace ofsearch
