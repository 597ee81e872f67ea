#include "indexer/run/publish.h"

#include "common/index/checksums.h"
#include "common/process/stop.h"
#include "indexer/generation/index_check.h"
#include "indexer/run/shared_text.h"
#include "indexer/workers/reading.h"
#include "indexer/write/shard_builder.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace ofsearch {
namespace {

// Taking a report out of a database costs about what writing it does, and a database that much was
// taken out of is larger than a new one.
constexpr size_t kLargestShareChanged = 5;  // a fifth

bool is_worth_updating(const IndexBefore& before, const Changes& changes,
                       const std::vector<SettledReport>& reports) {
  if (!before.generation || !before.unusable.empty()) return false;
  size_t all = 0, changed = 0;
  for (const SettledReport& settled : reports) {
    all += settled.passages;
    if (changes.to_write.count(settled.report.id) > 0) changed += settled.passages;
  }
  for (const ReportEntry& entry : before.manifest.reports)
    if (changes.to_remove.count(entry.id) > 0) changed += static_cast<size_t>(entry.passages);
  return changed * kLargestShareChanged <= all;
}

std::vector<ShardJob> shard_jobs(const Generation& target, const IndexBefore& before,
                                 const Changes& changes, const std::vector<SettledReport>& reports,
                                 int shards) {
  bool update = is_worth_updating(before, changes, reports);
  std::vector<ShardJob> jobs(static_cast<size_t>(shards));
  auto job_of = [&](const std::string& id) -> ShardJob& {
    return jobs[static_cast<size_t>(shard_of(id, shards))];
  };
  for (int n = 0; n < shards; ++n) {
    jobs[static_cast<size_t>(n)].target = target.shard(n);
    if (update) jobs[static_cast<size_t>(n)].before = before.generation->shard(n);
  }
  for (size_t i = 0; i < reports.size(); ++i)
    if (!update || changes.to_write.count(reports[i].report.id) > 0)
      job_of(reports[i].report.id).add.push_back({i, reports[i].passages});
  if (update)
    for (const std::string& id : changes.to_remove) job_of(id).remove.push_back(id);
  return jobs;
}

// A reading that is damaged is dropped, so that the next run, or this one's second attempt, reads
// the document again.
Result<Report> load_report(const SettledReport& settled, const ReportCache& cache) {
  auto read = cache.report(settled.key);
  if (!read) {
    cache.drop_file(settled.key);
    return Error{ErrorCode::kIndexDamaged,
                 fmt::format("what was read of {} is damaged in the cache", settled.report.path),
                 "run ofindex again"};
  }
  Report report = settled.report;
  report.passages = std::move(read->passages);
  set_shared_text_apart(settled.shared, &report);
  return report;
}

Result<void> write_generation(const Generation& generation, const std::vector<ShardJob>& jobs,
                              const std::vector<SettledReport>& reports, const ReportCache& cache,
                              int processes, const Manifest& manifest,
                              const ProgressCallback& progress) {
  OF_CHECK(build_shards(
      jobs, [&](size_t number) { return load_report(reports.at(number), cache); }, generation.path,
      processes,
      [&](size_t done, size_t total) {
        progress({Progress::kWriting, done, total, 0, 0});
      }));
  OF_CHECK(save_manifest(manifest, generation.manifest()));
  OF_CHECK(write_checksums(generation.path, kManifestName));
  OF_CHECK(try_generation(generation, manifest));
  return check_stop();
}

}  // namespace

Result<Generation> publish_generation(const GenerationStore& store, const IndexBefore& before,
                                      const Changes& changes,
                                      const std::vector<SettledReport>& reports,
                                      const ReportCache& cache, int jobs, Manifest* manifest,
                                      const ProgressCallback& progress) {
  Generation building = OF_TRY(store.begin());
  auto written =
      write_generation(building, shard_jobs(building, before, changes, reports, manifest->shards),
                       reports, cache, jobs, *manifest, progress);
  Result<Generation> sealed = written ? store.seal(building) : Result<Generation>(written.error());
  if (!sealed) {
    store.discard(building);
    return sealed;
  }
  if (auto published = store.publish(*sealed, manifest->shards); !published) {
    store.discard(*sealed);
    return published.error();
  }
  return sealed;
}

Result<void> keep_generation(const Generation& generation, const Manifest& before,
                             const Manifest& manifest) {
  if (manifest_text(before) == manifest_text(manifest)) return {};
  return save_manifest(manifest, generation.manifest());
}

void sweep_cache(const GenerationStore& store, const Manifest& manifest, ReportCache* cache) {
  std::set<std::string> used;
  auto keep = [&](const Manifest& each) {
    for (const FileEntry& file : each.files)
      if (file.readable()) used.insert(reading_key(file.sha256, file.file));
  };
  keep(manifest);
  for (const Generation& generation : store.finished())
    if (auto older = load_manifest(generation.manifest())) keep(*older);
  cache->sweep(used);
}

}  // namespace ofsearch
