// The candidates of a search: passages that are read and matched against its plan.
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

// A passage that was read and matched.
struct ReadPassage {
  Xapian::docid id = 0;
  std::string record;
  PassageView passage;  // of the record
  PassageMatch match;
};

// A candidate in one set. Its score depends on which of its neighbours are in the set too.
struct Candidate {
  const ReadPassage* read = nullptr;
  double score = 0;
};

// Reads the candidates of one search; each passage is read only once.
class CandidateReader {
 public:
  // All must outlive it.
  CandidateReader(DocumentData* documents, PassageMatcher* matcher, const Deadline* deadline)
      : documents_(*documents), matcher_(*matcher), deadline_(*deadline) {}

  // The candidates with the document ids `ids`, sorted by id, with score 0. They point into the
  // reader. May throw Xapian::Error, also for a document that is not a passage, and OutOfTime.
  std::vector<Candidate> read(std::vector<Xapian::docid> ids);

  // Frees a passage, whose candidates become invalid. read() reads it again if needed.
  void forget(const ReadPassage& passage) { read_.erase(passage.id); }

 private:
  DocumentData& documents_;
  PassageMatcher& matcher_;
  const Deadline& deadline_;
  std::unordered_map<Xapian::docid, std::unique_ptr<ReadPassage>> read_;
};

}  // namespace ofsearch
