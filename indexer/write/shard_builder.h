// The shards of a new generation, written in worker processes: each a copy of the one before in
// which what has changed is changed, or new, from segments side by side and one compaction.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// A report to be written, by its number, which the caller knows.
struct PendingReport {
  size_t number = 0;
  size_t passages = 0;
};

struct ShardJob {
  std::filesystem::path target;
  std::optional<std::filesystem::path> before;  // of which it is a changed copy; nothing: all new
  std::vector<std::string> remove;              // ids of reports that the copy is to lose
  std::vector<PendingReport> add;
};

// Called in worker processes.
using LoadReport = std::function<Result<Report>(size_t number)>;

// Writes the shards. `scratch`: a folder for what is gone at the end. `step` is called after each
// piece of work with the number done and their total.
Result<void> build_shards(const std::vector<ShardJob>& shards, const LoadReport& load,
                          const std::filesystem::path& scratch, int jobs,
                          const std::function<void(size_t done, size_t total)>& step);

}  // namespace ofsearch
