#include "searcher/match/candidates.h"

#include <algorithm>
#include <utility>

namespace ofsearch {

CandidateBatch read_candidates(std::vector<Xapian::docid> ids, DocumentData* documents,
                               PassageMatcher* matcher, const Deadline& deadline) {
  std::sort(ids.begin(), ids.end());
  CandidateBatch batch;
  batch.records = documents->passage_records(ids);
  for (const std::string& record : batch.records) {
    std::optional<PassageView> passage = view_passage(record);
    if (!passage) continue;
    deadline.check_now();
    PassageMatch match = matcher->match(*passage);
    batch.candidates.push_back({std::move(*passage), std::move(match), 0});
  }
  return batch;
}

}  // namespace ofsearch
