#include "indexer/pipeline.h"

#include "common/database.h"
#include "common/schema.h"
#include "common/version.h"
#include "indexer/change_plan.h"
#include "indexer/document_reading.h"
#include "indexer/generation.h"
#include "indexer/index_check.h"
#include "indexer/index_lock.h"
#include "indexer/reading.h"
#include "indexer/sandbox.h"
#include "indexer/shard_builder.h"
#include "indexer/stop.h"
#include "indexer/stored_reports.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

<<<<<<< HEAD
#include "indexer/corpus.h"
#include "indexer/generation.h"
#include "indexer/index_writer.h"
#include "indexer/metadata/standing_grades.h"
#include "indexer/reading.h"
=======
#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
>>>>>>> c69d67c (Run ofindex unattended: worker processes, a manifest, generations that are tried and synced)

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The index as a run finds it.
struct Before {
  std::optional<Generation> generation;
  Manifest manifest;     // of the generation; empty if there is none or it cannot be read
  std::string unusable;  // why every document is to be read again; empty if that is not so
};

std::string why_unusable(const Before& before, const BuildOptions& options) {
  const Manifest& manifest = before.manifest;
  if (options.rebuild) return "--rebuild was given";
  if (manifest.schema != kSchemaVersion) return "the index has another schema version";
  if (manifest.program != kVersion) return "another version of ofindex read the documents";
  if (options.shards != 0 && options.shards != manifest.shards)
    return "the number of shards has changed";
  auto sound = try_generation(*before.generation, manifest);
  return sound ? "" : sound.error().message;
}

Result<Before> look_at_index(const GenerationStore& store, const BuildOptions& options) {
  Before before;
  before.generation = OF_TRY(store.current());
  if (!before.generation) return before;
  auto manifest = load_manifest(before.generation->manifest());
  if (!manifest) {
    before.unusable = manifest.error().message;
    return before;
  }
  before.manifest = std::move(*manifest);
  before.unusable = why_unusable(before, options);
  return before;
}

// A document that was read and is to be written.
struct NewReport {
  const FileToRead* file = nullptr;
  Json head;  // summary_fields()
  PendingReport pending;
};

class Build {
 public:
  Build(const BuildOptions& options, const ProgressCallback& progress, RunReport* report)
      : options_(options), progress_(progress), report_(*report), store_(options.index) {}

  Result<void> run() {
    Stopwatch watch;
    report_.started = now();
    report_.index = options_.index.string();
    report_.jobs = options_.jobs == 0 ? core_count() : options_.jobs;
    report_.sandbox = sandbox_available();
    Result<void> result = run_stages();
    if (!result) {
      report_.error = result.error().text();
      if (building_) store_.discard(*building_);
    }
    report_.seconds = watch.seconds();
    return result;
  }

 private:
  Result<void> run_stages() {
    corpus_ = OF_TRY(list_corpus(options_.roots));
    IndexLock lock = OF_TRY(IndexLock::take(options_.index));
    store_.sweep();
    before_ = OF_TRY(look_at_index(store_, options_));
    describe_before();
    if (!options_.allow_shrink)
      OF_CHECK(check_shrinking(corpus_, before_.manifest,
                               plan_changes(corpus_, before_.manifest, false)));
    plan_ =
        plan_changes(corpus_, incremental() ? before_.manifest : nothing_, options_.retry_failed);
    start_manifest();
    if (!incremental() || !plan_.to_read.empty() || !plan_.gone.empty()) {
      building_ = OF_TRY(store_.begin());
      OF_CHECK(read_all());
    }
    OF_CHECK(finish());
    describe_result();
    return {};
  }

  bool incremental() const { return before_.generation && before_.unusable.empty(); }

  void describe_before() {
    report_.generation = before_.generation ? before_.generation->number : 0;
    report_.rebuilt = before_.unusable;
    report_.ignored = corpus_.ignored;
    report_.warnings = corpus_.warnings;
    for (const CorpusProblem& problem : corpus_.problems)
      report_.failures.push_back({problem.path, problem.reason, false});
  }

  // ---- The manifest of the new generation, as far as it is known before reading -------------

  void start_manifest() {
    manifest_.schema = kSchemaVersion;
    manifest_.program = kVersion;
    manifest_.shards = options_.shards != 0 ? options_.shards : before_.manifest.shards;
    report_.shards = manifest_.shards;
    shards_.resize(static_cast<size_t>(manifest_.shards));
    if (incremental())
      for (size_t i = 0; i < shards_.size(); ++i)
        shards_[i].before = before_.generation->shard(static_cast<int>(i));
    for (const ManifestEntry& entry : before_.manifest.entries)
      if (entry.readable()) readable_before_.emplace(entry.path, &entry);
    for (const ManifestEntry* entry : plan_.unchanged) keep(*entry, true);
    for (const ManifestEntry* entry : plan_.out_of_sight) keep(*entry, false);
  }

  void keep(const ManifestEntry& entry, bool in_sight) {
    manifest_.entries.push_back(entry);
    if (entry.readable())
      ++report_.unchanged;
    else if (in_sight)
      report_.failures.push_back({entry.path, entry.error, true});
  }

  // ---- Reading ------------------------------------------------------------------------------

  Result<void> read_all() {
    Stopwatch watch;
    Progress state{Progress::kReading, 0, plan_.to_read.size(), 0, 0};
    for (const FileToRead& file : plan_.to_read) state.bytes += file.file->size;
    Spool spool = OF_TRY(Spool::create(spool_file()));
    OF_CHECK(read_documents(plan_.to_read, report_.jobs, options_.limits,
                            [&](size_t number, ReadDocument document) -> Result<void> {
                              const FileToRead& file = plan_.to_read[number];
                              ++state.done;
                              state.bytes_done += file.file->size;
                              progress_(state);
                              return take(file, document, &spool);
                            }));
    report_.seconds_reading = watch.seconds();
    return {};
  }

  fs::path spool_file() const { return building_->path / "spool"; }

  Result<void> take(const FileToRead& file, const ReadDocument& document, Spool* spool) {
    const DocumentAnswer& answer = document.answer;
    ManifestEntry entry;
    entry.path = file.file->path;
    entry.id = report_id(entry.path);
    entry.size = document.size;
    entry.mtime_ns = document.mtime_ns;
    entry.sha256 = answer.sha256;
    bool was_readable = file.before != nullptr && file.before->readable();
    if (answer.kind == DocumentAnswer::kSame) {
      take_same(*file.before, entry);
      return {};
    }
    if (answer.kind == DocumentAnswer::kFailed) {
      take_failure(file, answer, entry);
      return {};
    }
    if (answer.head.at("path") != entry.path || answer.head.at("id") != entry.id)
      return Error{ErrorCode::kInternal,
                   fmt::format("a worker answered for another document than {}", entry.path), ""};
    entry.passages = answer.passages;
    NewReport fresh{&file, summary_fields(answer.head), {}};
    fresh.pending = {entry.id, OF_TRY(spool->append(answer.head, answer.records)), answer.passages,
                     ""};
    for (const Json& warning : answer.head.at("warnings"))
      report_.warnings.push_back(fmt::format("{}: {}", entry.path, warning.get<std::string>()));
    if (was_readable) remove(*file.before);
    new_reports_.push_back(std::move(fresh));
    manifest_.entries.push_back(std::move(entry));
    return {};
  }

  void take_same(const ManifestEntry& before, const ManifestEntry& now) {
    ManifestEntry entry = before;
    entry.size = now.size;
    entry.mtime_ns = now.mtime_ns;
    touched_ = true;
    keep(entry, true);
  }

  // A fault of the disk or the network takes nothing out of the index.
  void take_failure(const FileToRead& file, const DocumentAnswer& answer, ManifestEntry entry) {
    bool was_readable = file.before != nullptr && file.before->readable();
    std::string reason = answer.error;
    if (was_readable && answer.transient) {
      reason += "; the report stays in the index as it was read before";
      entry = *file.before;
      entry.mtime_ns = 0;
      manifest_.entries.push_back(entry);
      ++report_.unchanged;
    } else {
      if (was_readable) remove(*file.before);
      entry.error = reason;
      entry.retry = answer.transient;
      manifest_.entries.push_back(entry);
    }
    touched_ = touched_ || file.before == nullptr || file.before->error != entry.error ||
               file.before->mtime_ns != entry.mtime_ns;
    report_.failures.push_back({file.file->path, reason, false});
  }

  void remove(const ManifestEntry& entry) { shard_for(entry.id).remove.push_back(entry.id); }

  ShardJob& shard_for(const std::string& id) {
    return shards_[static_cast<size_t>(shard_of(id, manifest_.shards))];
  }

  // ---- What has changed ---------------------------------------------------------------------

  void remove_what_is_gone() {
    for (const ManifestEntry* entry : plan_.gone) {
      touched_ = true;
      if (entry->readable()) remove(*entry);
    }
  }

  // Entries that were readable before and are no longer, by content.
  std::multimap<std::string, const ManifestEntry*> vanished() const {
    std::set<std::string_view> readable;
    for (const ManifestEntry& entry : manifest_.entries)
      if (entry.readable()) readable.insert(entry.path);
    std::multimap<std::string, const ManifestEntry*> vanished;
    for (const auto& [path, entry] : readable_before_)
      if (readable.count(path) == 0) vanished.emplace(entry->sha256, entry);
    return vanished;
  }

  // In the order of their paths, each with the date of its first entry: that of its path, or of a
  // document of the same content that is gone (it was moved).
  void settle_new_reports() {
    std::sort(new_reports_.begin(), new_reports_.end(),
              [](const auto& a, const auto& b) { return a.file->file->path < b.file->file->path; });
    std::unordered_map<std::string_view, ManifestEntry*> entries;
    for (ManifestEntry& entry : manifest_.entries) entries.emplace(entry.path, &entry);
    auto gone = vanished();
    for (NewReport& report : new_reports_) {
      ManifestEntry& entry = *entries.at(report.file->file->path);
      entry.indexed = classify(report, entry, &gone);
      report.pending.indexed = entry.indexed;
      shard_for(entry.id).add.push_back(report.pending);
    }
    for (const auto& [hash, entry] : gone) report_.removed.push_back(facts_of(*entry));
  }

  // Enters the report where it belongs in the account of the run; returns when it was first
  // indexed.
  std::string classify(const NewReport& report, const ManifestEntry& entry,
                       std::multimap<std::string, const ManifestEntry*>* gone) {
    auto before = readable_before_.find(entry.path);
    if (before != readable_before_.end()) {
      if (before->second->sha256 == entry.sha256)
        ++report_.unchanged;
      else
        report_.changed.push_back(report.head);
      return before->second->indexed;
    }
    auto same_content = gone->find(entry.sha256);
    if (same_content != gone->end()) {
      report_.moved.push_back({same_content->second->path, entry.path});
      std::string indexed = same_content->second->indexed;
      gone->erase(same_content);
      return indexed;
    }
    report_.added.push_back(report.head);
    return report_.started;
  }

  // What the index in use says of a report, as far as it can be asked.
  Json facts_of(const ManifestEntry& entry) const {
    Json fields = {{"id", entry.id}, {"path", entry.path}};
    int shard = shard_of(entry.id, before_.manifest.shards);
    auto index = open_index(before_.generation->shard(shard));
    if (index)
      if (auto stored = load_report(index->database, entry.id)) fields = stored->head;
    return summary_fields(fields);
  }

  void warn_of_twins() {
    std::unordered_map<std::string, const ManifestEntry*> first;
    std::set<std::string_view> fresh;
    for (const NewReport& report : new_reports_) fresh.insert(report.file->file->path);
    for (const ManifestEntry& entry : manifest_.entries) {
      if (!entry.readable()) continue;
      auto [it, is_first] = first.emplace(entry.sha256, &entry);
      if (is_first || (fresh.count(entry.path) == 0 && fresh.count(it->second->path) == 0))
        continue;
      report_.warnings.push_back(fmt::format("{} has the same content as {}; both are indexed",
                                             entry.path, it->second->path));
    }
  }

  // ---- Writing ------------------------------------------------------------------------------

  Result<void> finish() {
    std::sort(manifest_.entries.begin(), manifest_.entries.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    remove_what_is_gone();
    settle_new_reports();
    warn_of_twins();
    bool nothing_to_write =
        incremental() && std::all_of(shards_.begin(), shards_.end(), [](const ShardJob& shard) {
          return shard.add.empty() && shard.remove.empty();
        });
    return nothing_to_write ? finish_unchanged() : write();
  }

  Result<void> finish_unchanged() {
    if (building_) store_.discard(*building_);
    building_.reset();
    manifest_.published = before_.manifest.published;
    if (touched_) OF_CHECK(save_manifest(manifest_, before_.generation->manifest()));
    store_.prune(*before_.generation, options_.keep);
    report_.outcome = RunReport::kUnchanged;
    return {};
  }

  Result<void> write() {
    Stopwatch watch;
    OF_CHECK(build_shards(*building_, shards_, spool_file(), report_.jobs,
                          [&](size_t done, size_t total) {
                            progress_({Progress::kWriting, done, total, 0, 0});
                          }));
    std::error_code ignore;
    fs::remove(spool_file(), ignore);
    manifest_.published = now();
    OF_CHECK(save_manifest(manifest_, building_->manifest()));
    OF_CHECK(try_generation(*building_, manifest_));
    OF_CHECK(check_stop());
    building_ = OF_TRY(store_.seal(*building_));
    OF_CHECK(store_.publish(*building_, manifest_.shards));
    report_.generation = building_->number;
    store_.prune(*building_, options_.keep);
    building_.reset();
    report_.outcome = RunReport::kPublished;
    report_.seconds_writing = watch.seconds();
    return {};
  }

  void describe_result() {
    report_.reports = manifest_.reports();
    report_.passages = manifest_.passages();
    std::stable_sort(report_.failures.begin(), report_.failures.end(),
                     [](const auto& a, const auto& b) { return a.path < b.path; });
    std::stable_sort(report_.warnings.begin(), report_.warnings.end());
  }

  const BuildOptions& options_;
  const ProgressCallback& progress_;
  RunReport& report_;
  GenerationStore store_;
  Corpus corpus_;
  Before before_;
  Manifest nothing_;  // stands in for a manifest that is not gone on with; plan_ points into it
  ChangePlan plan_;
  Manifest manifest_;
  std::optional<Generation> building_;
  std::vector<ShardJob> shards_;
  std::vector<NewReport> new_reports_;
  std::map<std::string, const ManifestEntry*> readable_before_;  // by path
  bool touched_ = false;  // the manifest has changed, whatever the reports have
};

// Hands on what arrives out of order in order.
class InOrder {
 public:
  explicit InOrder(std::function<void(size_t, ReadDocument)> sink) : sink_(std::move(sink)) {}

  void put(size_t number, ReadDocument document) {
    waiting_.emplace(number, std::move(document));
    for (auto it = waiting_.find(next_); it != waiting_.end(); it = waiting_.find(next_)) {
      sink_(next_++, std::move(it->second));
      waiting_.erase(it);
    }
  }

 private:
  std::function<void(size_t, ReadDocument)> sink_;
  std::map<size_t, ReadDocument> waiting_;
  size_t next_ = 0;
};

Result<Report> report_of(const DocumentAnswer& answer) {
  if (answer.kind == DocumentAnswer::kReport) return assemble_report(answer.head, answer.records);
  return Error{ErrorCode::kUnreadable, answer.error, ""};
}

}  // namespace

Result<void> build_index(const BuildOptions& options, const ProgressCallback& progress,
                         RunReport* report) {
  return Build(options, progress, report).run();
}

Result<void> inspect(const std::vector<std::string>& roots, int jobs, const ReadingLimits& limits,
                     const std::function<void(const std::string&, Result<Report>)>& sink) {
  Corpus corpus = OF_TRY(list_corpus(roots));
<<<<<<< HEAD
  std::vector<Result<Report>> reports;
  for (const CorpusFile& file : corpus.files) reports.push_back(read_corpus_file(file));
  std::vector<Metadata*> series;
  for (Result<Report>& report : reports)
    if (report) series.push_back(&report->metadata);
  fill_standing_grades(series);
  for (size_t i = 0; i < reports.size(); ++i) sink(corpus.files[i].path, std::move(reports[i]));
  return {};
=======
  std::vector<FileToRead> files;
  for (const CorpusFile& file : corpus.files) files.push_back({&file, nullptr, ""});
  std::unordered_map<std::string, std::string> seen;  // SHA-256 to path
  InOrder in_order([&](size_t number, ReadDocument document) {
    const std::string& path = corpus.files[number].path;
    Result<Report> report = report_of(document.answer);
    if (report)
      if (auto [it, is_first] = seen.emplace(report->sha256, path); !is_first)
        report->metadata.warnings.push_back(fmt::format("same content as {}", it->second));
    sink(path, std::move(report));
  });
  for (const CorpusProblem& problem : corpus.problems)
    sink(problem.path, Error{ErrorCode::kUnreadable, problem.reason, ""});
  return read_documents(files, jobs, limits, [&](size_t number, ReadDocument document) {
    in_order.put(number, std::move(document));
    return Result<void>();
  });
>>>>>>> c69d67c (Run ofindex unattended: worker processes, a manifest, generations that are tried and synced)
}

}  // namespace ofsearch
