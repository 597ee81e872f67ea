// Reads passages and scores them by the plan of a search.
#pragma once

#include "searcher/opened/document_data.h"
#include "searcher/query/deadline.h"
#include "searcher/ranking/ranking.h"

#include <xapian.h>

#include <functional>
#include <vector>

namespace ofsearch {

class PassageScorer {
 public:
  // All arguments must outlive it.
  PassageScorer(DocumentData* documents, PassageMatcher* matcher, const Deadline* deadline)
      : documents_(*documents), matcher_(*matcher), deadline_(*deadline) {}

  // Takes a scored passage. `passage` is valid during the call only.
  using Receiver = std::function<void(Xapian::docid id, const PassageView& passage, double score)>;

  // Calls `receive` for the passages with the document ids `ids`, in that order. May throw
  // Xapian::Error, also for a document that is not a passage, and OutOfTime.
  void score(const std::vector<Xapian::docid>& ids, const Receiver& receive);

 private:
  DocumentData& documents_;
  PassageMatcher& matcher_;
  const Deadline& deadline_;
};

}  // namespace ofsearch
