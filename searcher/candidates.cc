#include "searcher/candidates.h"

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

// So few that threads end at nearly the same time, so many that neighbours are read together.
constexpr size_t kSharedBatch = 5;

}  // namespace

CandidateBatch read_candidates(const std::vector<Xapian::docid>& ids, DocumentData* documents,
                               PassageMatcher* matcher) {
  CandidateBatch batch;
  batch.records = documents->passage_records(ids);
  for (const std::string& record : batch.records) {
    std::optional<PassageView> passage = view_passage(record);
    if (!passage) continue;
    PassageMatch match = matcher->match(*passage);
    batch.candidates.push_back({std::move(*passage), std::move(match), 0});
  }
  return batch;
}

SharedCandidates::SharedCandidates(std::vector<Xapian::docid> ids, size_t threads) {
  std::sort(ids.begin(), ids.end());
  size_t size = threads > 1 ? kSharedBatch : ids.size();
  for (size_t begin = 0; begin < ids.size(); begin += size) {
    size_t end = std::min(begin + size, ids.size());
    ids_.emplace_back(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                      ids.begin() + static_cast<std::ptrdiff_t>(end));
  }
  batches_.resize(ids_.size());
}

void SharedCandidates::read_some(DocumentData* documents, PassageMatcher* matcher) {
  for (size_t batch = next_++; batch < ids_.size(); batch = next_++)
    batches_[batch] = read_candidates(ids_[batch], documents, matcher);
}

}  // namespace ofsearch
