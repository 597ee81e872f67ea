// Tells what a run changes in an index: the reports before and after, compared.
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
  std::set<std::string> to_write;        // ids of reports that are new, or have other facts, or of
                                         // whose text other parts are shared
  std::set<std::string> to_remove;       // ids of reports that are gone or are written again
  std::vector<const ReportEntry*> gone;  // reports whose content is in no file any more, and whose
                                         // file has no other report

  bool any() const { return !to_write.empty() || !to_remove.empty(); }
};

// Compares `reports` with those of `before`. Sets `indexed` of each report: the date of the same
// report in `before`, else `now`, also where its file held another report before. Adds the reports
// to `after`, whose files are set already, and to `account`. The result points into `before`.
Changes compare_reports(const Manifest& before, const std::string& now, const ReportCache& cache,
                        std::vector<SettledReport>* reports, Manifest* after, RunReport* account);

// Returns the error kRefused if half of the reports of the index, or all of several below one root,
// would be gone. Most likely their disk is not mounted or their files were truncated. Reports of
// roots that `after` does not have are not counted.
Result<void> check_shrinking(const Manifest& before, const Manifest& after, const Changes& changes);

// Returns the error kRefused if no report came of what was read, or none is left: an index without
// reports would say of every question that nothing was found.
Result<void> check_any_read(const RunReport& account);

}  // namespace ofsearch
