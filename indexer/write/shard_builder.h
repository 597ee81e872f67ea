// Writes the shards of a new generation in worker processes. A shard is an updated copy of the old
// one, or is new: segments written in parallel, then merged by one compaction.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// A report to be written. `number` is what LoadReport is called with.
struct PendingReport {
  size_t number = 0;
  size_t passages = 0;
};

struct ShardJob {
  std::filesystem::path target;
  std::optional<std::filesystem::path> before;  // the shard to copy and update; nothing: all new
  std::vector<std::string> remove;              // ids of reports to delete from the copy
  std::vector<PendingReport> add;
};

// Returns a report with its passages. Called in worker processes.
using LoadReport = std::function<Result<Report>(size_t number)>;

// Writes the shards. `scratch` is an existing folder for segments, which are removed at the end.
// `step` is called after each piece of work. Errors: those of `load`, the disk and the database.
Result<void> build_shards(const std::vector<ShardJob>& shards, const LoadReport& load,
                          const std::filesystem::path& scratch, int jobs,
                          const std::function<void(size_t done, size_t total)>& step);

}  // namespace ofsearch
