#include "indexer/run/file_plan.h"

#include "common/text/lists.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace ofsearch {
namespace {

bool needs_reading(const CorpusFile& file, const FileEntry& before,
                   const FilePlanOptions& options) {
  if (options.read_all || before.mtime_ns == 0 || before.size != file.size ||
      before.mtime_ns != file.mtime_ns)
    return true;
  if (before.readable()) return !options.is_cached(before);
  return before.retry || options.retry_failed;
}

// Tells whether an entry is not looked at in this run, or not to be looked at.
bool is_out_of_sight(const FileEntry& entry, const Corpus& corpus, const FilePlanOptions& options) {
  if (!is_one_of(entry.root, options.roots)) return false;
  return !is_one_of(entry.root, options.visited) ||
         std::any_of(
             corpus.problems.begin(), corpus.problems.end(),
             [&](const CorpusProblem& problem) { return lies_in(entry.file, problem.name); });
}

FileEntry new_entry(const CorpusFile& file) {
  FileEntry entry;
  entry.file = file.name;
  entry.root = file.root;
  entry.size = file.size;
  entry.mtime_ns = file.mtime_ns;
  return entry;
}

}  // namespace

FilePlan plan_files(const Corpus& corpus, const Manifest& before, const FilePlanOptions& options) {
  std::unordered_map<std::string_view, const FileEntry*> entries;
  for (const FileEntry& entry : before.files) entries.emplace(entry.file, &entry);
  FilePlan plan;
  for (const CorpusFile& file : corpus.files) {
    auto it = entries.find(file.name);
    const FileEntry* entry = it == entries.end() ? nullptr : it->second;
    bool read = entry == nullptr || needs_reading(file, *entry, options);
    plan.files.push_back(read ? new_entry(file) : *entry);
    plan.files.back().root = file.root;
    if (read) plan.to_read.push_back({0, &file, entry});
    if (entry != nullptr) entries.erase(it);
  }
  for (const FileEntry& entry : before.files)
    if (entries.count(entry.file) > 0 && is_out_of_sight(entry, corpus, options))
      plan.files.push_back(entry);
  auto by_file = [](const FileEntry& a, const FileEntry& b) { return a.file < b.file; };
  std::sort(plan.files.begin(), plan.files.end(), by_file);
  for (FileToRead& file : plan.to_read)
    file.entry = static_cast<size_t>(
        std::lower_bound(plan.files.begin(), plan.files.end(), new_entry(*file.file), by_file) -
        plan.files.begin());
  return plan;
}

}  // namespace ofsearch
