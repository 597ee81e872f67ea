#include "indexer/run/read_files.h"

#include "common/text/code_points.h"
#include "indexer/run/corpus.h"
#include "indexer/run/file_plan.h"
#include "indexer/workers/document_reading.h"
#include "indexer/workers/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

struct Roots {
  std::vector<std::string> all, visited;
};

// Errors: kNotFound for a PATH that is not there; kUsage for one to be removed that is not in the
// index, and where there is none at all.
Result<Roots> choose_roots(const BuildOptions& options, const Manifest& before) {
  std::set<std::string> all(before.roots.begin(), before.roots.end()), visited;
  for (const std::string& path : options.remove_roots) {
    if (all.erase(absolute_root(path)) > 0) continue;
    return Error{ErrorCode::kUsage, fmt::format("the index has nothing from {}", path),
                 "see its folders with: ofindex --stats"};
  }
  for (const std::string& path : options.roots) {
    std::error_code error;
    if (!fs::exists(path, error))
      return Error{ErrorCode::kNotFound, fmt::format("there is no file or folder {}", path),
                   "check the path, and that the place where the reports lie is mounted"};
    std::string root = absolute_root(path);
    if (!is_utf8(root))
      return Error{
          ErrorCode::kUsage, fmt::format("the name of {} is not UTF-8", path),
          "rename it, or give a folder above it: names below a folder may be of any bytes"};
    visited.insert(std::move(root));
  }
  if (options.roots.empty() && options.remove_roots.empty()) visited = all;
  all.insert(visited.begin(), visited.end());
  if (all.empty() && options.remove_roots.empty())
    return Error{ErrorCode::kUsage, "no PATH is given, and the index knows of none",
                 "name the files or folders that hold the reports, as in: ofindex reports/"};
  return Roots{{all.begin(), all.end()}, {visited.begin(), visited.end()}};
}

bool is_cached(const FileEntry& entry, const ReportCache& cache) {
  return !entry.readable() || cache.has(reading_key(entry.sha256, entry.file));
}

// Has roots visited that are not asked for, if documents of theirs are not at hand: these must be
// read there.
void visit_what_is_lost(const Manifest& before, const ReportCache& cache, Roots* roots) {
  std::set<std::string> visited(roots->visited.begin(), roots->visited.end());
  for (const FileEntry& entry : before.files)
    if (!is_cached(entry, cache) &&
        std::binary_search(roots->all.begin(), roots->all.end(), entry.root))
      visited.insert(entry.root);
  roots->visited.assign(visited.begin(), visited.end());
}

// A fault of the disk or the network takes nothing out of the index.
void take_failure(const DocumentAnswer& answer, const FileEntry* before, const ReportCache& cache,
                  FileEntry* entry, RunReport* report) {
  entry->error = answer.error;
  entry->retry = answer.transient;
  if (!answer.transient || before == nullptr || !before->readable() || !is_cached(*before, cache))
    return;
  report->failures.push_back(
      {entry->path, answer.error + "; the report stays in the index as it was read before", false});
  *entry = *before;
  entry->mtime_ns = 0;
}

Result<void> take(const FileToRead& file, const ReadDocument& document, ReportCache* cache,
                  FileEntry* entry, RunReport* report) {
  const DocumentAnswer& answer = document.answer;
  if (document.state) {
    entry->size = document.state->size;
    entry->mtime_ns = document.state->mtime_ns;
  }
  entry->sha256 = answer.sha256;
  entry->tried = true;
  if (answer.kind == DocumentAnswer::kLeftOut) {
    entry->error = answer.error;
    entry->left_out = true;
  }
  if (answer.kind == DocumentAnswer::kFailed)
    take_failure(answer, file.before, *cache, entry, report);
  if (answer.kind != DocumentAnswer::kReport) return {};
  return cache->store(reading_key(answer.sha256, entry->file), answer.packed);
}

Result<void> read_planned(const BuildOptions& options, const ProgressCallback& progress,
                          bool read_all, ReportCache* cache, FilePlan* plan, RunReport* report) {
  Progress state{Progress::kReading, 0, plan->to_read.size(), 0, 0};
  std::vector<DocumentToRead> documents;
  for (const FileToRead& file : plan->to_read) {
    state.bytes += file.file->size;
    documents.push_back({file.file->file, file.file->name});
  }
  return read_documents(
      documents, report->jobs, options.limits,
      [&](const std::string& key) { return !read_all && cache->has(key); },
      [&](size_t number, const ReadDocument& document) {
        const FileToRead& file = plan->to_read[number];
        ++state.done;
        state.bytes_done += file.file->size;
        progress(state);
        return take(file, document, cache, &plan->files[file.entry], report);
      });
}

void show_paths(std::vector<FileEntry>* files) {
  std::vector<PlacedFile> places;
  for (const FileEntry& entry : *files) places.push_back({entry.root, entry.file});
  std::vector<std::string> paths = shown_paths(places);
  for (size_t i = 0; i < paths.size(); ++i) (*files)[i].path = std::move(paths[i]);
}

// A reading that is neither in the cache nor to be had again: the file is in a place that cannot be
// looked into now.
void give_up(const std::vector<std::string>& lost, std::vector<FileEntry>* files) {
  for (FileEntry& entry : *files) {
    if (std::find(lost.begin(), lost.end(), reading_key(entry.sha256, entry.file)) == lost.end())
      continue;
    entry.error = "what was read of it is lost, and it cannot be read now";
    entry.retry = true;
  }
}

void tell_corpus(const Corpus& corpus, RunReport* report) {
  for (const LeftOut& file : corpus.left_out) report->left_out.push_back({file.name, file.reason});
  for (const CorpusProblem& problem : corpus.problems)
    report->failures.push_back({problem.name, problem.reason, false});
}

}  // namespace

Result<ReadFiles> read_files(const BuildOptions& options, const Manifest& before,
                             const ProgressCallback& progress, ReportCache* cache,
                             RunReport* report) {
  Roots roots = OF_TRY(choose_roots(options, before));
  visit_what_is_lost(before, *cache, &roots);
  const Corpus corpus = list_corpus(roots.visited, options.index);
  tell_corpus(corpus, report);
  if (corpus.files.empty() && corpus.problems.empty() && !roots.visited.empty() &&
      !options.allow_shrink)
    return Error{ErrorCode::kRefused, "there is no report in the folders given",
                 before.files.empty()
                     ? "name the folder that holds them; the formats read are in: man ofindex"
                     : "see that the place where they lie is mounted, or say --allow-shrink"};
  const RunReport told = *report;
  // Other readers may read what these could not.
  bool retry = options.retry_failed || before.readers != cache->version();
  for (int attempt = 1;; ++attempt) {
    bool read_all = options.rebuild && attempt == 1;
    FilePlan plan = plan_files(corpus, before,
                               {roots.visited, roots.all, read_all, retry && attempt == 1,
                                [&](const FileEntry& entry) { return is_cached(entry, *cache); }});
    show_paths(&plan.files);
    OF_CHECK(read_planned(options, progress, read_all, cache, &plan, report));
    Gathered gathered = gather_reports(&plan.files, *cache);
    for (const std::string& key : gathered.lost) cache->drop(key);
    if (attempt == 2 && !gathered.lost.empty()) {
      give_up(gathered.lost, &plan.files);
      gathered = gather_reports(&plan.files, *cache);
    }
    if (gathered.lost.empty())
      return ReadFiles{roots.all, std::move(plan.files), std::move(gathered.reports)};
    *report = told;
  }
}

}  // namespace ofsearch
