#include "searcher/ranking/passage_scorer.h"

#include <fmt/format.h>

#include <optional>
#include <string>

namespace ofsearch {

void PassageScorer::score(const std::vector<Xapian::docid>& ids, const Receiver& receive) {
  const std::vector<std::string> records = documents_.passage_records(ids);
  for (size_t i = 0; i < ids.size(); ++i) {
    const std::optional<PassageView> passage = view_passage(records[i]);
    if (!passage)
      throw Xapian::DatabaseCorruptError(fmt::format("document {} has no passage", ids[i]));
    deadline_.check_now();
    receive(ids[i], *passage, matcher_.score(*passage));
  }
}

}  // namespace ofsearch
