#include "searcher/ranking/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace ofsearch {

std::vector<const Candidate*> CandidateReader::read(std::vector<Xapian::docid> ids) {
  std::sort(ids.begin(), ids.end());
  std::vector<Xapian::docid> unread;
  for (Xapian::docid id : ids)
    if (!read_.contains(id)) unread.push_back(id);
  std::vector<std::string> records = documents_.passage_records(unread);
  for (size_t i = 0; i < unread.size(); ++i) {
    auto candidate = std::make_unique<Candidate>();
    candidate->id = unread[i];
    candidate->record = std::move(records[i]);
    std::optional<PassageView> view = view_passage(candidate->record);
    if (!view)
      throw Xapian::DatabaseCorruptError(fmt::format("document {} has no passage", unread[i]));
    deadline_.check_now();
    candidate->passage = std::move(*view);
    candidate->score = matcher_.score(candidate->passage);
    read_.emplace(unread[i], std::move(candidate));
  }
  std::vector<const Candidate*> candidates;
  for (Xapian::docid id : ids) candidates.push_back(read_.at(id).get());
  return candidates;
}

}  // namespace ofsearch
