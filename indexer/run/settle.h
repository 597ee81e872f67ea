// From files and what was read of them to the reports of an index: one a content, with what people
// corrected, and then what the series of an authority's reports says.
#pragma once

#include "common/report/report.h"
#include "indexer/generation/manifest.h"
#include "indexer/metadata/corrections.h"
#include "indexer/run/report_cache.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct SettledReport {
  Report report;  // as it goes into the index, but without its passages
  size_t passages = 0;
  std::string key;  // where the cache has the passages
};

struct Gathered {
  std::vector<SettledReport> reports;  // sorted by id; as they were read, each with all its paths
  std::vector<std::string> lost;       // keys of what the cache lacks or has damaged
};

// The reports of the readable files. Files whose content is the same are one report. Where two
// contents have one id, the files of the later are left out: their entry says so.
Gathered gather_reports(std::vector<FileEntry>* files, const ReportCache& cache);

// What gather_reports() does not need a cache for: applies corrections, then standing grades.
void settle(std::optional<Corrections>* corrections, std::vector<Report*> reports);

// Of what the index says of a report, but for "indexed".
std::string facts_hash(const SettledReport& report);

}  // namespace ofsearch
