// Makes the reports of an index from files and what was read from them: one report for each
// content, then corrections, then facts that follow from file names and an authority's earlier
// reports.
#pragma once

#include "common/report/report.h"
#include "indexer/generation/manifest.h"
#include "indexer/metadata/corrections/corrections.h"
#include "indexer/run/report_cache.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct SettledReport {
  Report report;  // for the index, without its passages
  size_t passages = 0;
  PassageShapes shapes;
  std::vector<size_t> shared;  // places of the passages that other reports have too (shared_text.h)
  std::string key;             // of the cache entry with the passages
};

struct Gathered {
  std::vector<SettledReport> reports;  // sorted by id; as read, each with all its paths
  std::vector<std::string> lost;       // keys that the cache lacks, or whose entry is damaged
};

// Returns the reports of the readable files. Files with the same content are one report. If two
// contents have the same id, the files of the second get an `error`.
Gathered gather_reports(std::vector<FileEntry>* files, const ReportCache& cache);

// Applies corrections to all reports, then fills in addresses by file numbers and standing grades.
void settle(std::optional<Corrections>* corrections, std::vector<Report*> reports);

// Returns a hash of the facts of a report (16 hexadecimal digits), without `indexed` and passages.
std::string facts_hash(const SettledReport& report);

// Returns a hash of `shared`; empty if there is none.
std::string shared_hash(const SettledReport& report);

}  // namespace ofsearch
