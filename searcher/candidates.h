// The passages that a search looks at closely: read, and matched against its plan, by one thread or
// by several that share them.
#pragma once

#include "searcher/document_data.h"
#include "searcher/ranking.h"

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <string>
#include <utility>
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

// Documents that are no passages are left out. May throw Xapian::Error.
CandidateBatch read_candidates(const std::vector<Xapian::docid>& ids, DocumentData* documents,
                               PassageMatcher* matcher);

// Candidates that threads read side by side, each with readers of its own.
class SharedCandidates {
 public:
  // `threads` will read them.
  SharedCandidates(std::vector<Xapian::docid> ids, size_t threads);

  // Reads batch after batch until none is left. May throw Xapian::Error.
  void read_some(DocumentData* documents, PassageMatcher* matcher);

  // All, when every thread has come back.
  std::vector<CandidateBatch> take() { return std::move(batches_); }

 private:
  std::vector<std::vector<Xapian::docid>> ids_;  // by batch
  std::vector<CandidateBatch> batches_;
  std::atomic<size_t> next_ = 0;
};

}  // namespace ofsearch
