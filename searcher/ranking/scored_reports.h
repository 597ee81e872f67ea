// Scores reports from their candidates.
#pragma once

#include "searcher/plan/plan.h"
#include "searcher/ranking/candidates.h"
#include "searcher/ranking/ranking.h"

#include <string>
#include <vector>

namespace ofsearch {

// A report with its candidates, which must outlive it.
struct ScoredReport {
  std::string id;
  double score = 0;
  bool some = false;                 // it has only some of the query
  std::vector<Candidate*> passages;  // best first
};

// The reports of `candidates`, sorted by report id. Sets the score of every candidate, which
// depends on its neighbours among them.
std::vector<ScoredReport> scored_reports(std::vector<Candidate>* candidates, const SearchPlan& plan,
                                         const RankingSettings& settings);

}  // namespace ofsearch
