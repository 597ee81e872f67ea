// Scores reports from their candidates.
#pragma once

#include "searcher/ranking/candidates.h"
#include "searcher/ranking/ranking.h"

#include <string>
#include <vector>

namespace ofsearch {

// A report with its candidates, which must outlive it.
struct ScoredReport {
  std::string id;
  double score = 0;
  bool some = false;                       // it has only some of the query
  std::vector<const Candidate*> passages;  // best first
};

// The reports of `candidates`, sorted by report id.
std::vector<ScoredReport> scored_reports(const std::vector<const Candidate*>& candidates,
                                         const RankingSettings& settings);

}  // namespace ofsearch
