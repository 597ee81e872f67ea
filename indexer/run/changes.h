// What a run changes in an index: the reports before and after, compared.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/manifest.h"
#include "indexer/generation/run_report.h"
#include "indexer/run/settle.h"

#include <set>
#include <string>
#include <vector>

namespace ofsearch {

struct Changes {
  std::set<std::string> to_write;  // ids of reports that are new or of which something else is said
  std::set<std::string> to_remove;       // ids of reports that are gone or are written again
  std::vector<const ReportEntry*> gone;  // whose content is in no file any more, nor another in its
                                         // place

  bool any() const { return !to_write.empty() || !to_remove.empty(); }
};

// Compares `reports` with those of `before`, gives each the date of its first entry (that of its
// content, else of what its file held before, else `now`), and enters them in the account of the
// run. `reports` become entries of `after`, whose files are known. Points into `before`.
Changes compare_reports(const Manifest& before, const std::string& now, const ReportCache& cache,
                        std::vector<SettledReport>* reports, Manifest* after, RunReport* account);

// kRefused when half of the reports of the index, or all of several below one root, would be gone:
// most likely the place where they lie is not mounted or their files were cut. Reports of roots
// that `after` does not have do not count.
Result<void> check_shrinking(const Manifest& before, const Manifest& after, const Changes& changes);

}  // namespace ofsearch
