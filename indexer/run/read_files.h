// From the roots of an index to its files and what was read of them.
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
  std::vector<FileEntry> files;        // of all of them, sorted by file
  std::vector<SettledReport> reports;  // as gather_reports() has them
};

// Lists the roots that `options` asks for, reads what the cache lacks into it, and says in `report`
// what was left out and what cannot be looked into.
Result<ReadFiles> read_files(const BuildOptions& options, const Manifest& before,
                             const ProgressCallback& progress, ReportCache* cache,
                             RunReport* report);

}  // namespace ofsearch
