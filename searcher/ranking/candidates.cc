#include "searcher/ranking/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace ofsearch {

std::vector<Candidate> CandidateReader::read(std::vector<Xapian::docid> ids) {
  std::sort(ids.begin(), ids.end());
  std::vector<Xapian::docid> unread;
  for (Xapian::docid id : ids)
    if (!read_.contains(id)) unread.push_back(id);
  std::vector<std::string> records = documents_.passage_records(unread);
  for (size_t i = 0; i < unread.size(); ++i) {
    auto passage = std::make_unique<ReadPassage>();
    passage->id = unread[i];
    passage->record = std::move(records[i]);
    std::optional<PassageView> view = view_passage(passage->record);
    if (!view)
      throw Xapian::DatabaseCorruptError(fmt::format("document {} has no passage", unread[i]));
    deadline_.check_now();
    passage->passage = std::move(*view);
    passage->match = matcher_.match(passage->passage);
    read_.emplace(unread[i], std::move(passage));
  }
  std::vector<Candidate> candidates;
  for (Xapian::docid id : ids) candidates.push_back({read_.at(id).get(), 0});
  return candidates;
}

}  // namespace ofsearch
