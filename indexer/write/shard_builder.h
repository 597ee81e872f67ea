// From reports in the spool to the shards of a new generation, in worker processes: segments side
// by side, then one compaction a shard.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "indexer/run/generation.h"
#include "indexer/write/spool.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// A report to be written: where the spool has it. What the spool does not have (a place of no
// size) is as it was in the shard before.
struct PendingReport {
  SpoolPlace head, records;  // as DocumentAnswer has them
  std::string id;
  int passages = 0;
};

struct ShardJob {
  std::optional<std::filesystem::path> before;  // the shard in the generation in use
  bool anew = false;               // nothing of that shard stays but what `add` takes from it
  std::vector<PendingReport> add;  // sorted by path

  bool changes() const { return anew || !add.empty(); }
};

// Writes shard i of `generation` from shards[i]. A shard without changes shares the files of the
// one before it. `step` is called after each piece of work with
// the number done and their total.
Result<void> build_shards(const Generation& generation, const std::vector<ShardJob>& shards,
                          const std::filesystem::path& spool, int jobs,
                          const std::function<void(size_t done, size_t total)>& step);

}  // namespace ofsearch
