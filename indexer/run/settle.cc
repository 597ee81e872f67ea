#include "indexer/run/settle.h"

#include "common/records/report_record.h"
#include "common/system/hash.h"
#include "indexer/metadata/file_number.h"
#include "indexer/metadata/grades/standing/standing_grades.h"
#include "indexer/workers/reading.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <utility>

namespace ofsearch {
namespace {

// Maps an id to the files of each content, in the order of their paths.
using FilesById = std::map<std::string, std::map<std::string, FileEntry*>>;

FilesById files_by_id(std::vector<FileEntry>* files) {
  FilesById by_id;
  for (FileEntry& entry : *files) {
    if (!entry.readable()) continue;
    auto& same = by_id[report_id(entry.sha256)];
    if (!same.empty() && same.begin()->second->sha256 != entry.sha256)
      entry.error = fmt::format("its id would be that of {}, which has another content",
                                same.begin()->second->path);
    else
      same.emplace(entry.path, &entry);
  }
  return by_id;
}

// The address on the inspectorate's site, by the number that one of the files is named by, unless
// somebody has said it.
void fill_address(Report* report) {
  Metadata& facts = report->metadata;
  bool published = facts.kind == "report" || facts.kind == "letter";
  bool said = facts.evidence.count("url") > 0;
  if (!published || said || facts.authority == "unknown") return;
  for (const std::string& path : report->paths) {
    std::string number = file_number(path);
    if (number.empty()) continue;
    facts.url = address_of_file_number(number);
    facts.evidence["url"] = {number, 0, "file-number"};
    return;
  }
}

}  // namespace

Gathered gather_reports(std::vector<FileEntry>* files, const ReportCache& cache) {
  Gathered gathered;
  for (const auto& [id, same] : files_by_id(files)) {
    const FileEntry& first = *same.begin()->second;
    SettledReport settled;
    settled.key = reading_key(first.sha256, first.file);
    auto head = cache.head(settled.key);
    if (!head) {
      gathered.lost.push_back(settled.key);
      continue;
    }
    settled.report = std::move(head->report);
    settled.passages = head->passages;
    settled.shapes = std::move(head->shapes);
    settled.report.path = first.path;
    settled.report.file = first.file;
    settled.report.paths.clear();
    for (const auto& [path, entry] : same) settled.report.paths.push_back(path);
    gathered.reports.push_back(std::move(settled));
  }
  return gathered;
}

void settle(std::optional<Corrections>* corrections, std::vector<Report*> reports) {
  std::vector<Metadata*> facts;
  for (Report* report : reports) {
    if (*corrections) (*corrections)->apply(report);
    fill_address(report);
    facts.push_back(&report->metadata);
  }
  fill_standing_grades(facts);
}

std::string facts_hash(const SettledReport& settled) {
  Report report = settled.report;
  report.indexed.clear();
  report.passages.clear();
  ReportRecord record = encode_report(report);
  return sha256_hex(record.fields + record.evidence).substr(0, 16);
}

std::string shared_hash(const SettledReport& settled) {
  if (settled.shared.empty()) return {};
  return sha256_hex(fmt::format("{}", fmt::join(settled.shared, " "))).substr(0, 16);
}

}  // namespace ofsearch
