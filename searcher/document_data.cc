#include "searcher/document_data.h"

#include <algorithm>
#include <future>

namespace ofsearch {
namespace {

struct Wanted {
  Xapian::docid id;  // in its shard
  std::string* data;
};

// In the order in which they lie: neighbours share a block.
void read_all(const Xapian::Database& shard, std::vector<Wanted> wanted) {
  std::sort(wanted.begin(), wanted.end(),
            [](const Wanted& a, const Wanted& b) { return a.id < b.id; });
  for (const Wanted& document : wanted)
    *document.data = shard.get_document(document.id, Xapian::DOC_ASSUME_VALID).get_data();
}

}  // namespace

std::vector<std::string> document_data(const Index& index, const std::vector<Xapian::docid>& ids) {
  std::vector<std::string> data(ids.size());
  // Of several databases, Xapian numbers the documents in turn.
  auto shards = static_cast<Xapian::docid>(index.opened.size());
  std::vector<std::vector<Wanted>> by_shard(shards);
  for (size_t i = 0; i < ids.size(); ++i)
    by_shard[(ids[i] - 1) % shards].push_back({(ids[i] - 1) / shards + 1, &data[i]});
  // Each thread uses the connection of one shard, and nobody else does meanwhile.
  std::vector<std::future<void>> running;
  for (size_t i = 0; i < by_shard.size(); ++i) {
    if (by_shard[i].empty()) continue;
    if (index.is_remote())
      running.push_back(
          std::async(std::launch::async, read_all, std::cref(index.opened[i]), by_shard[i]));
    else
      read_all(index.opened[i], by_shard[i]);
  }
  for (std::future<void>& each : running) each.wait();
  for (std::future<void>& each : running) each.get();
  return data;
}

}  // namespace ofsearch
