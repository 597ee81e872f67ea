// A whole run of ofindex: what the cache lacks is read in worker processes, the facts of all
// reports are settled, and what has changed is written beside the index in use, tried, made durable
// and published.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/run_report.h"
#include "indexer/workers/document_reading.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct BuildOptions {
  // Files and folders to bring up to date; the index remembers them. None: all that it remembers.
  std::vector<std::string> roots;
  std::vector<std::string> remove_roots;  // forgotten, with their reports
  std::filesystem::path index;
  std::filesystem::path corrections;  // CSV file, see metadata/corrections.h; empty for none
  int jobs = 0;                       // processes side by side; 0: one a core
  int shards = 0;                     // 0: as many as the index has, at first 1
  int keep = 2;                       // generations
  bool rebuild = false;               // read every document again
  bool retry_failed = false;
  bool allow_shrink = false;
  ReadingLimits limits;
};

struct Progress {
  enum Phase { kReading, kWriting };
  Phase phase = kReading;
  size_t done = 0, total = 0;  // files, or steps
  unsigned long long bytes_done = 0, bytes = 0;
};
using ProgressCallback = std::function<void(const Progress&)>;

// Brings the index up to date. A document that cannot be read is a Failure in `report`, not an
// error; on any error the index that was there is untouched and still answers, and what was read
// is kept for the next run. `report` is filled as far as the run got. Errors: kLocked, kRefused
// (see changes.h), kInterrupted, kNotFound for a PATH, and what the disk or the database says.
Result<void> build_index(const BuildOptions& options, const ProgressCallback& progress,
                         RunReport* report);

}  // namespace ofsearch
