#include "indexer/run/run.h"

#include "common/index/marks.h"
#include "common/index/schema.h"
#include "common/process/stop.h"
#include "common/system/cores.h"
#include "common/system/version.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/index_before.h"
#include "indexer/generation/index_lock.h"
#include "indexer/metadata/corrections/corrections_files.h"
#include "indexer/readers/ocr.h"
#include "indexer/run/changes.h"
#include "indexer/run/corpus.h"
#include "indexer/run/publish.h"
#include "indexer/run/read_files.h"
#include "indexer/run/settle.h"
#include "indexer/run/shared_text.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <utility>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

std::vector<std::string> warnings_of(const std::optional<Corrections>& corrections) {
  if (!corrections) return {};
  std::vector<std::string> all = corrections->warnings(), unmatched = corrections->unmatched();
  all.insert(all.end(), unmatched.begin(), unmatched.end());
  return all;
}

// The header of the new manifest.
Manifest new_manifest(const BuildOptions& options, const Manifest& before,
                      const std::string& readers) {
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.readers = readers;
  manifest.ocr = options.limits.ocr != nullptr;
  manifest.marks = marks_version();
  manifest.program = kVersion;
  manifest.published = before.published;
  manifest.shards = options.shards != 0 ? options.shards : before.shards;
  return manifest;
}

void tell_start(const BuildOptions& options, RunReport* report) {
  report->started = now();
  report->index = options.index.string();
  report->jobs = options.jobs == 0 ? core_count() : options.jobs;
  report->sandbox = options.limits.sandbox;
}

void tell_files(const Manifest& after, RunReport* report) {
  for (const FileEntry& entry : after.files) {
    if (entry.left_out)
      report->left_out.push_back({entry.file, entry.error});
    else if (!entry.readable())
      report->failures.push_back({entry.path, entry.error, !entry.tried});
  }
  std::stable_sort(report->failures.begin(), report->failures.end(),
                   [](const auto& a, const auto& b) { return a.path < b.path; });
  size_t readable = 0;
  for (const FileEntry& entry : after.files) readable += entry.readable() ? 1 : 0;
  report->reports = after.reports.size();
  report->passages = after.passages();
  report->copies = readable - after.reports.size();
}

// Reads, gathers and settles: the files and reports of `manifest`.
Result<std::vector<SettledReport>> make_reports(const BuildOptions& options,
                                                const IndexBefore& before,
                                                const ProgressCallback& progress,
                                                ReportCache* cache, Manifest* manifest,
                                                RunReport* report) {
  ReadFiles read = OF_TRY(read_files(options, before.manifest, progress, cache, report));
  auto corrections = OF_TRY(load_corrections(options.corrections, read.roots));
  manifest->corrections = corrections.sha256;
  manifest->roots = std::move(read.roots);
  manifest->files = std::move(read.files);
  std::vector<Report*> all;
  for (SettledReport& settled : read.reports) all.push_back(&settled.report);
  settle(&corrections.corrections, all);
  find_shared_text(&read.reports);
  for (const std::string& warning : warnings_of(corrections.corrections))
    report->warnings.push_back(warning);
  manifest->warnings = report->warnings;
  return std::move(read.reports);
}

// An index that was built with OCR goes on so: its reports must not be gone without a word.
Result<const Ocr*> choose_ocr(const BuildOptions& options, const Manifest& before) {
  if (!options.ocr.value_or(before.ocr)) return nullptr;
  return Ocr::load();
}

// Returns why an index is written as a whole; empty if it is updated. What other readers make of a
// document may differ in its passages alone, which nothing else tells.
std::string why_as_a_whole(const BuildOptions& options, const std::string& why_anew,
                           const IndexBefore& before) {
  if (options.rebuild) return "--rebuild was given";
  if (!why_anew.empty()) return why_anew;
  if (!before.unusable.empty()) return before.unusable;
  return before.manifest.readers == ReportCache::version_with(before.manifest.ocr)
             ? ""
             : "its documents were read by another version of ofindex";
}

Result<void> run(BuildOptions options, const std::string& why_anew,
                 const ProgressCallback& progress, RunReport* report) {
  FileLock lock = OF_TRY(lock_index(options.index));
  GenerationStore store(options.index);
  store.sweep();
  IndexBefore before = OF_TRY(look_at_index(options.index, store, options.shards));
  if (before.generation) before.unusable = why_as_a_whole(options, why_anew, before);
  report->generation = before.generation ? before.generation->number : 0;
  report->rebuilt = before.unusable;
  options.limits.ocr = OF_TRY(choose_ocr(options, before.manifest));
  report->ocr = options.limits.ocr != nullptr;
  ReportCache cache(options.index, report->ocr);
  Manifest manifest = new_manifest(options, before.manifest, cache.version());
  report->shards = manifest.shards;
  Stopwatch reading;
  std::vector<SettledReport> reports =
      OF_TRY(make_reports(options, before, progress, &cache, &manifest, report));
  report->seconds_reading = reading.seconds();
  Changes changes =
      compare_reports(before.manifest, report->started, cache, &reports, &manifest, report);
  tell_files(manifest, report);
  if (!options.allow_shrink) {
    OF_CHECK(check_shrinking(before.manifest, manifest, changes));
    OF_CHECK(check_any_read(*report));
  }
  OF_CHECK(check_stop());
  Stopwatch writing;
  if (before.generation && before.unusable.empty() && !changes.any()) {
    OF_CHECK(keep_generation(*before.generation, before.manifest, manifest));
    report->outcome = RunReport::kUnchanged;
  } else {
    manifest.published = now();
    before.generation = OF_TRY(publish_generation(store, before, changes, reports, cache,
                                                  report->jobs, &manifest, progress));
    report->generation = before.generation->number;
    report->outcome = RunReport::kPublished;
    report->seconds_writing = writing.seconds();
  }
  store.prune(*before.generation, options.keep);
  sweep_cache(store, manifest, &cache);
  return {};
}

}  // namespace

Result<void> build_index(const BuildOptions& options, const ProgressCallback& progress,
                         RunReport* report) {
  Stopwatch watch;
  tell_start(options, report);
  Result<void> result = run(options, "", progress, report);
  // A damaged index is written anew from what was read, once, rather than reported every night.
  if (!result && result.error().code == ErrorCode::kIndexDamaged) {
    std::string why = result.error().message;
    *report = RunReport();
    tell_start(options, report);
    result = run(options, why, progress, report);
  }
  if (!result) report->error = result.error().text();
  report->seconds = watch.seconds();
  return result;
}

}  // namespace ofsearch
