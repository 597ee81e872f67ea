// A whole run of ofindex: what has changed in the corpus is read in worker processes, written
// beside the index in use, tried, made durable and published.
#pragma once

#include "common/report.h"
#include "common/result.h"
#include "indexer/run_report.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

// What a worker process may use on one document.
struct ReadingLimits {
  size_t memory_mb = 1024;
  int seconds = 60;  // of computing
};

struct BuildOptions {
  std::vector<std::string> roots;
  std::filesystem::path index;
  int jobs = 0;    // processes side by side; 0: one a core
  int shards = 0;  // 0: as many as the index has, at first 1
  int keep = 2;    // generations
  bool rebuild = false;
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

// Brings the index up to date with the corpus. A document that cannot be read is a Failure in
// `report`, not an error; on any error the index that was there is untouched and still answers.
// `report` is filled as far as the run got. Errors: kLocked, kRefused (see change_plan.h),
// kInterrupted, kNotFound for a PATH, and what the disk or the database says.
Result<void> build_index(const BuildOptions& options, const ProgressCallback& progress,
                         RunReport* report);

// Reads every document of `roots` and hands it on in the order of their paths, or why it could not
// be read; writes nothing.
Result<void> inspect(const std::vector<std::string>& roots, int jobs, const ReadingLimits& limits,
                     const std::function<void(const std::string& path, Result<Report>)>& sink);

}  // namespace ofsearch
