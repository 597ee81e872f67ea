// A report with its score.
#pragma once

#include "searcher/ranking/candidates.h"

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

}  // namespace ofsearch
