// Makes a run of ofindex: reads documents that the cache lacks in worker processes, settles the
// facts of all reports, and writes, checks, syncs and publishes a new generation beside the one in
// use.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/run_report.h"
#include "indexer/workers/document_reading.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct BuildOptions {
  // Files and folders to bring up to date; the index stores them. Empty: all that it has stored.
  std::vector<std::string> roots;
  std::vector<std::string> remove_roots;  // to remove from the index, with their reports
  std::filesystem::path index;
  std::filesystem::path corrections;  // CSV file, see metadata/corrections.h; empty for none
  int jobs = 0;                       // worker processes; 0: one a core
  int shards = 0;                     // 0: as many as the index has, at first 1
  int keep = 2;                       // generations
  bool rebuild = false;               // read every document again
  bool retry_failed = false;
  bool allow_shrink = false;
  ReadingLimits limits;     // without `ocr`
  std::optional<bool> ocr;  // read pages that are pictures; not set: as before
};

struct Progress {
  enum Phase { kReading, kWriting };
  Phase phase = kReading;
  size_t done = 0, total = 0;  // files in kReading, steps in kWriting
  unsigned long long bytes_done = 0, bytes = 0;
};
using ProgressCallback = std::function<void(const Progress&)>;

// Brings the index up to date. A document that cannot be read is a Failure in `report`, not an
// error. After an error the old index is unchanged and can be searched, and the cache keeps what
// was read. `report` is filled as far as the run got. Errors: kLocked, kRefused (see changes.h),
// kInterrupted, kNotFound for a PATH, kUsage if Tesseract is needed and missing, and those of the
// disk and the database.
Result<void> build_index(const BuildOptions& options, const ProgressCallback& progress,
                         RunReport* report);

}  // namespace ofsearch
