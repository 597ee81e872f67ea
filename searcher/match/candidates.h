// The passages that a search looks at closely: read, and matched against its plan.
#pragma once

#include "searcher/match/document_data.h"
#include "searcher/match/ranking.h"
#include "searcher/query/deadline.h"

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

// One among others: its score depends on which of the passages around it are candidates too.
struct Candidate {
  const ReadPassage* read = nullptr;
  double score = 0;
};

// Reads the candidates of one search, each passage once, however often it is asked for.
class CandidateReader {
 public:
  // All must outlive it.
  CandidateReader(DocumentData* documents, PassageMatcher* matcher, const Deadline* deadline)
      : documents_(*documents), matcher_(*matcher), deadline_(*deadline) {}

  // The candidates behind `ids`, without scores, by id; they hold as long as the reader. May throw
  // Xapian::Error, also for a document that is no passage, and OutOfTime.
  std::vector<Candidate> read(std::vector<Xapian::docid> ids);

  // Who asks for this passage again reads it again. Its candidates are candidates no more.
  void forget(const ReadPassage& passage) { read_.erase(passage.id); }

 private:
  DocumentData& documents_;
  PassageMatcher& matcher_;
  const Deadline& deadline_;
  std::unordered_map<Xapian::docid, std::unique_ptr<ReadPassage>> read_;
};

}  // namespace ofsearch
