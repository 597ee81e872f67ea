#include "indexer/run/pipeline.h"

#include "common/index/index.h"
#include "common/index/schema.h"
#include "common/system/cores.h"
#include "common/system/file.h"
#include "common/system/hash.h"
#include "common/system/stop.h"
#include "common/system/version.h"
#include "indexer/metadata/corrections_files.h"
#include "indexer/run/change_plan.h"
#include "indexer/run/facts_reader.h"
#include "indexer/run/generation.h"
#include "indexer/run/index_before.h"
#include "indexer/run/index_check.h"
#include "indexer/run/index_lock.h"
#include "indexer/run/settling.h"
#include "indexer/workers/document_reading.h"
#include "indexer/workers/reading.h"
#include "indexer/write/shard_builder.h"
#include "indexer/write/spool.h"
#include "indexer/write/stored_reports.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

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

// A document that was read and is to be written.
struct NewReport {
  const CorpusFile* file = nullptr;
  SpoolPlace head;  // as it was read
  Metadata facts;   // Settling::facts_of() that
  PendingReport pending;
};

std::string to_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Build {
 public:
  Build(const BuildOptions& options, const ProgressCallback& progress, RunReport* report)
      : options_(options), progress_(progress), report_(*report), store_(options.index) {}

  // `why_rebuild`: not empty if nothing of the index in use may be gone on with.
  Result<void> run(const std::string& why_rebuild) {
    report_.started = now();
    report_.index = options_.index.string();
    report_.jobs = options_.jobs == 0 ? core_count() : options_.jobs;
    report_.sandbox = options_.limits.sandbox;
    Result<void> result = run_stages(why_rebuild);
    if (!result && building_) store_.discard(*building_);
    return result;
  }

 private:
  Result<void> run_stages(const std::string& why_rebuild) {
    corpus_ = OF_TRY(list_corpus(options_.roots));
    IndexLock lock = OF_TRY(IndexLock::take(options_.index));
    store_.sweep();
    before_ = OF_TRY(look_at_index(options_.index, store_, {options_.rebuild, options_.shards}));
    if (before_.generation && !why_rebuild.empty()) before_.unusable = why_rebuild;
    OF_CHECK(take_corrections());
    describe_before();
    if (!options_.allow_shrink)
      OF_CHECK(check_shrinking(corpus_, before_.manifest,
                               plan_changes(corpus_, before_.manifest, false)));
    plan_ =
        plan_changes(corpus_, incremental() ? before_.manifest : nothing_, options_.retry_failed);
    start_manifest();
    OF_CHECK(something_to_do() ? update() : finish_unchanged());
    describe_result();
    return {};
  }

  bool incremental() const { return before_.generation && before_.unusable.empty(); }

  bool something_to_do() const {
    return !incremental() || !plan_.to_read.empty() || !plan_.gone.empty() ||
           manifest_.corrections != before_.manifest.corrections;
  }

  Result<void> update() {
    building_ = OF_TRY(store_.begin());
    Spool spool = OF_TRY(Spool::create(spool_file()));
    OF_CHECK(read_all(&spool));
    remove_what_is_gone();
    settle_new_reports();
    OF_CHECK(settle_facts(&spool));
    warn_of_twins();
    bool same_reports = std::all_of(shards_.begin(), shards_.end(),
                                    [](const ShardJob& shard) { return !shard.changes(); });
    return incremental() && same_reports ? finish_unchanged() : write();
  }

  Result<void> take_corrections() {
    LoadedCorrections loaded = OF_TRY(load_corrections(options_.corrections, options_.roots));
    manifest_.corrections = loaded.sha256;
    settling_.emplace(std::move(loaded.corrections));
    return {};
  }

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
    sort_manifest();
  }

  void sort_manifest() {
    std::sort(manifest_.entries.begin(), manifest_.entries.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
  }

  void keep(const ManifestEntry& entry, bool in_sight) {
    manifest_.entries.push_back(entry);
    if (entry.readable())
      ++report_.unchanged;
    else if (in_sight)
      report_.failures.push_back({entry.path, entry.error, true});
  }

  // ---- Reading ------------------------------------------------------------------------------

  Result<void> read_all(Spool* spool) {
    Stopwatch watch;
    Progress state{Progress::kReading, 0, plan_.to_read.size(), 0, 0};
    for (const FileToRead& file : plan_.to_read) state.bytes += file.file->size;
    std::vector<DocumentToRead> documents;
    for (const FileToRead& file : plan_.to_read)
      documents.push_back(
          {file.file->file, file.file->path, file.known_sha256, file.file->unsupported});
    OF_CHECK(read_documents(documents, report_.jobs, options_.limits,
                            [&](size_t number, const ReadDocument& document) -> Result<void> {
                              const FileToRead& file = plan_.to_read[number];
                              ++state.done;
                              state.bytes_done += file.file->size;
                              progress_(state);
                              return take(file, document, spool);
                            }));
    sort_manifest();
    std::sort(new_reports_.begin(), new_reports_.end(),
              [](const auto& a, const auto& b) { return a.file->path < b.file->path; });
    report_.seconds_reading = watch.seconds();
    return {};
  }

  fs::path spool_file() const { return building_->path / "spool"; }

  Result<void> take(const FileToRead& file, const ReadDocument& document, Spool* spool) {
    const DocumentAnswer& answer = document.answer;
    ManifestEntry entry;
    entry.path = file.file->path;
    entry.id = report_id(entry.path);
    entry.size = document.state ? document.state->size : file.file->size;
    entry.mtime_ns = document.state ? document.state->mtime_ns : file.file->mtime_ns;
    entry.sha256 = answer.sha256;
    switch (answer.kind) {
      case DocumentAnswer::kSame:
        take_same(*file.before, entry);
        return {};
      case DocumentAnswer::kFailed:
        take_failure(file, answer, std::move(entry));
        return {};
      case DocumentAnswer::kReport:
        break;
    }
    return take_report(file, answer, std::move(entry), spool);
  }

  Result<void> take_report(const FileToRead& file, const DocumentAnswer& answer,
                           ManifestEntry entry, Spool* spool) {
    if (answer.head.at("path") != entry.path || answer.head.at("id") != entry.id)
      return Error{ErrorCode::kInternal,
                   fmt::format("a worker answered for another document than {}", entry.path), ""};
    entry.passages = answer.passages;
    NewReport report{file.file,
                     OF_TRY(spool->append(to_text(answer.head))),
                     settling_->facts_of(answer.report),
                     {}};
    report.pending.records = OF_TRY(spool->append(answer.records));
    report.pending.id = entry.id;
    report.pending.passages = answer.passages;
    if (was_readable(file)) write_anew(*file.before);
    new_reports_.push_back(std::move(report));
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
    std::string reason = answer.error;
    if (was_readable(file) && answer.transient) {
      reason += "; the report stays in the index as it was read before";
      entry = *file.before;
      entry.mtime_ns = 0;
      ++report_.unchanged;
    } else {
      if (was_readable(file)) write_anew(*file.before);
      entry.error = reason;
      entry.retry = answer.transient;
    }
    touched_ = touched_ || file.before == nullptr || file.before->error != entry.error ||
               file.before->mtime_ns != entry.mtime_ns || file.before->size != entry.size;
    manifest_.entries.push_back(std::move(entry));
    report_.failures.push_back({file.file->path, reason, false});
  }

  static bool was_readable(const FileToRead& file) {
    return file.before != nullptr && file.before->readable();
  }

  // Nothing is taken out of a shard: one that holds what is gone or is said otherwise is written
  // again from the rest of what it holds.
  void write_anew(const ManifestEntry& entry) {
    if (incremental()) shard_for(entry.id).anew = true;
  }

  ShardJob& shard_for(const std::string& id) {
    return shards_[static_cast<size_t>(shard_of(id, manifest_.shards))];
  }

  // ---- What has changed ---------------------------------------------------------------------

  void remove_what_is_gone() {
    for (const ManifestEntry* entry : plan_.gone) {
      touched_ = true;
      if (entry->readable()) write_anew(*entry);
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

  ManifestEntry& entry_of(const NewReport& report) {
    return *std::lower_bound(
        manifest_.entries.begin(), manifest_.entries.end(), report.file->path,
        [](const ManifestEntry& entry, const std::string& path) { return entry.path < path; });
  }

  // Gives each new report the date of its first entry: that of its path, or of a document of the
  // same content that is gone (it was moved); and enters it in the account of the run.
  void settle_new_reports() {
    auto gone = vanished();
    for (NewReport& report : new_reports_) {
      ManifestEntry& entry = entry_of(report);
      auto before = readable_before_.find(entry.path);
      auto same_content = gone.find(entry.sha256);
      if (before != readable_before_.end()) {
        entry.indexed = before->second->indexed;
        if (before->second->sha256 == entry.sha256)
          ++report_.unchanged;
        else
          changed_.insert(entry.path);
      } else if (same_content != gone.end()) {
        entry.indexed = same_content->second->indexed;
        report_.moved.push_back({same_content->second->path, entry.path});
        gone.erase(same_content);
      } else {
        entry.indexed = report_.started;
        added_.insert(entry.path);
      }
    }
    for (const auto& [hash, entry] : gone) report_.removed.push_back(facts_of(*entry));
  }

  // What the index in use says of a report, as far as it can be asked.
  Json facts_of(const ManifestEntry& entry) const {
    Json fields = {{"id", entry.id}, {"path", entry.path}};
    if (auto stored = stored_report(entry)) fields = stored->head;
    return summary_fields(fields);
  }

  Result<StoredReport> stored_report(const ManifestEntry& entry) const {
    int shard = shard_of(entry.id, before_.manifest.shards);
    Index index = OF_TRY(open_index(before_.generation->shard(shard)));
    return load_report(index.database, entry.id);
  }

  // ---- The facts of all reports ---------------------------------------------------------------

  // Calls `take` with every readable entry, in order, and its new report if it has one.
  Result<void> each_report(const std::function<Result<void>(ManifestEntry*, NewReport*)>& take) {
    auto next = new_reports_.begin();
    for (ManifestEntry& entry : manifest_.entries) {
      if (!entry.readable()) continue;
      bool is_new = next != new_reports_.end() && next->file->path == entry.path;
      OF_CHECK(take(&entry, is_new ? &*next++ : nullptr));
    }
    return {};
  }

  static Result<ReportHead> read_head(const Spool& spool, const NewReport& report) {
    std::string text = OF_TRY(spool.read(report.head));
    Json json = Json::parse(text, nullptr, false);
    return ReportHead{std::move(text), std::move(json)};
  }

  std::optional<FactsReader> facts_before() const {
    if (!incremental()) return std::nullopt;
    return std::optional<FactsReader>(std::in_place, before_.generation->facts());
  }

  // Settles what the index is to say of each report, and which of those that were not read again
  // it is to say something else of.
  Result<void> settle_facts(Spool* spool) {
    std::optional<FactsReader> before = facts_before();
    OF_CHECK(each_report([&](ManifestEntry* entry, NewReport* report) -> Result<void> {
      if (report == nullptr) {
        const ReportHead head = OF_TRY(before->find(*entry));
        settling_->add(settling_->facts_of(report_from_json(head.json)));
      } else {
        settling_->add(std::move(report->facts));
      }
      return {};
    }));
    settling_->settle();
    Spool facts = OF_TRY(Spool::create(building_->facts()));
    before = facts_before();
    OF_CHECK(each_report([&](ManifestEntry* entry, NewReport* report) -> Result<void> {
      OF_CHECK(check_stop());
      ReportHead head =
          OF_TRY(report != nullptr ? read_head(*spool, *report) : before->find(*entry));
      Json settled = settling_->settled(head.json);
      OF_TRY(facts.append(head.text += '\n'));
      return settle_report(entry, report, std::move(settled), spool);
    }));
    for (const std::string& warning : settling_->warnings()) report_.warnings.push_back(warning);
    return {};
  }

  Result<void> settle_report(ManifestEntry* entry, const NewReport* report, Json settled,
                             Spool* spool) {
    std::string hash = sha256_hex(to_text(settled)).substr(0, 16);
    bool restated = report == nullptr && hash != entry->facts;
    entry->facts = hash;
    if (report == nullptr && !restated) return {};
    PendingReport pending;
    if (report != nullptr) {
      pending = report->pending;
    } else {
      pending.id = entry->id;
      pending.passages = entry->passages;
      write_anew(*entry);
      report_.restated.push_back(summary_fields(settled));
    }
    note_new_facts(*entry, settled);
    settled["indexed"] = entry->indexed;
    pending.head = OF_TRY(spool->append(to_text(settled)));
    shard_for(entry->id).add.push_back(pending);
    return {};
  }

  void note_new_facts(const ManifestEntry& entry, const Json& settled) {
    if (added_.count(entry.path) > 0) report_.added.push_back(summary_fields(settled));
    if (changed_.count(entry.path) > 0) report_.changed.push_back(summary_fields(settled));
    for (const Json& warning : settled.at("warnings"))
      report_.document_warnings.push_back({entry.path, warning.get<std::string>()});
  }

  void warn_of_twins() {
    std::unordered_map<std::string, const ManifestEntry*> first;
    std::set<std::string_view> fresh;
    for (const NewReport& report : new_reports_) fresh.insert(report.file->path);
    for (const ManifestEntry& entry : manifest_.entries) {
      if (!entry.readable()) continue;
      auto [it, is_first] = first.emplace(entry.sha256, &entry);
      bool is_news = fresh.count(entry.path) + fresh.count(it->second->path) > 0;
      if (is_first || !is_news) continue;
      report_.warnings.push_back(fmt::format("{} has the same content as {}; both are indexed",
                                             entry.path, it->second->path));
    }
  }

  // ---- Writing ------------------------------------------------------------------------------

  Result<void> finish_unchanged() {
    if (building_) store_.discard(*building_);
    building_.reset();
    manifest_.published = before_.manifest.published;
    if (touched_ || manifest_.corrections != before_.manifest.corrections)
      OF_CHECK(save_manifest(manifest_, before_.generation->manifest()));
    store_.prune(*before_.generation, options_.keep);
    report_.outcome = RunReport::kUnchanged;
    return {};
  }

  // Adds to the shards that are written anew the reports that stay as they are.
  void keep_the_rest() {
    std::vector<std::vector<PendingReport>> all(shards_.size());
    std::vector<size_t> next(shards_.size());
    for (const ManifestEntry& entry : manifest_.entries) {
      auto n = static_cast<size_t>(shard_of(entry.id, manifest_.shards));
      const std::vector<PendingReport>& add = shards_[n].add;
      if (!entry.readable() || !shards_[n].anew) continue;
      bool is_new = next[n] < add.size() && add[next[n]].id == entry.id;
      all[n].push_back(is_new ? add[next[n]++] : PendingReport{{}, {}, entry.id, entry.passages});
    }
    for (size_t n = 0; n < shards_.size(); ++n)
      if (shards_[n].anew) shards_[n].add = std::move(all[n]);
  }

  Result<void> write() {
    Stopwatch watch;
    keep_the_rest();
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
  }

  const BuildOptions& options_;
  const ProgressCallback& progress_;
  RunReport& report_;
  GenerationStore store_;
  Corpus corpus_;
  IndexBefore before_;
  Manifest nothing_;  // stands in for a manifest that is not gone on with
  ChangePlan plan_;   // points into corpus_ and the manifest before
  std::optional<Settling> settling_;
  Manifest manifest_;
  std::optional<Generation> building_;
  std::vector<ShardJob> shards_;
  std::vector<NewReport> new_reports_;                           // in the end sorted by path
  std::map<std::string, const ManifestEntry*> readable_before_;  // by path
  std::set<std::string> added_, changed_;                        // paths
  bool touched_ = false;  // the manifest has changed, whatever the reports have
};

}  // namespace

Result<void> build_index(const BuildOptions& options, const ProgressCallback& progress,
                         RunReport* report) {
  Stopwatch watch;
  Result<void> result = Build(options, progress, report).run("");
  // What is damaged is built again from the documents, once, rather than reported every night.
  bool damaged = !result && result.error().code == ErrorCode::kIndexDamaged;
  if (damaged && report->rebuilt.empty()) {
    std::string why = result.error().message;
    *report = RunReport();
    result = Build(options, progress, report).run(why);
  }
  if (!result) report->error = result.error().text();
  report->seconds = watch.seconds();
  return result;
}

}  // namespace ofsearch
