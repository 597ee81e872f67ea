// The passages that a search looks at closely: read, and matched against its plan.
#pragma once

#include "searcher/match/document_data.h"
#include "searcher/match/ranking.h"
#include "searcher/query/deadline.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

struct Candidate {
  PassageView passage;
  PassageMatch match;
  double score = 0;  // not known before the passages around it are
};

// Candidates with the records that they are parts of.
struct CandidateBatch {
  std::vector<std::string> records;
  std::vector<Candidate> candidates;
};

// Documents that are no passages are left out. May throw Xapian::Error, OutOfTime.
CandidateBatch read_candidates(std::vector<Xapian::docid> ids, DocumentData* documents,
                               PassageMatcher* matcher, const Deadline& deadline);

}  // namespace ofsearch
