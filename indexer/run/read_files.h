// Lists the files of an index and reads those that have changed.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/manifest.h"
#include "indexer/run/report_cache.h"
#include "indexer/run/run.h"
#include "indexer/run/settle.h"

#include <string>
#include <vector>

namespace ofsearch {

struct ReadFiles {
  std::vector<std::string> roots;      // all of the index, sorted
  std::vector<FileEntry> files;        // of all roots, sorted by file
  std::vector<SettledReport> reports;  // as gather_reports() returns them
};

// Lists the roots of `options`, reads documents that `cache` lacks into it, and adds to `report`
// what was left out or cannot be read. Errors: kNotFound for a PATH that does not exist, kRefused
// if there is no report at all, kInterrupted, and those of read_documents().
Result<ReadFiles> read_files(const BuildOptions& options, const Manifest& before,
                             const ProgressCallback& progress, ReportCache* cache,
                             RunReport* report);

}  // namespace ofsearch
