// From passages that were read and matched to the scores of their reports.
#pragma once

#include "searcher/match/candidates.h"
#include "searcher/match/ranking.h"
#include "searcher/plan/plan.h"

#include <string>
#include <vector>

namespace ofsearch {

// What candidates say of their report; they must outlive it.
struct ScoredReport {
  std::string id;
  double score = 0;
  bool some = false;                 // it has only some of the query
  std::vector<Candidate*> passages;  // best first
};

// The reports of these passages, by id. Gives every passage its score, for which it must be known
// which of those around it answer.
std::vector<ScoredReport> scored_reports(std::vector<Candidate>* candidates, const SearchPlan& plan,
                                         const RankingSettings& settings);

}  // namespace ofsearch
