// The candidates of a search: passages that are read and scored by its plan.
#pragma once

#include "searcher/opened/document_data.h"
#include "searcher/query/deadline.h"
#include "searcher/ranking/ranking.h"

#include <xapian.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace ofsearch {

struct Candidate {
  Xapian::docid id = 0;
  std::string record;
  PassageView passage;  // of the record
  double score = 0;
};

// Reads the candidates of one search; each passage is read only once.
class CandidateReader {
 public:
  // All must outlive it.
  CandidateReader(DocumentData* documents, PassageMatcher* matcher, const Deadline* deadline)
      : documents_(*documents), matcher_(*matcher), deadline_(*deadline) {}

  // The candidates with the document ids `ids`, sorted by id. The reader owns them. May throw
  // Xapian::Error, also for a document that is not a passage, and OutOfTime.
  std::vector<const Candidate*> read(std::vector<Xapian::docid> ids);

  // Frees a candidate. read() reads it again if needed.
  void forget(const Candidate& candidate) { read_.erase(candidate.id); }

 private:
  DocumentData& documents_;
  PassageMatcher& matcher_;
  const Deadline& deadline_;
  std::unordered_map<Xapian::docid, std::unique_ptr<Candidate>> read_;
};

}  // namespace ofsearch
