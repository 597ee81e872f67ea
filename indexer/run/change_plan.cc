#include "indexer/run/change_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace ofsearch {
namespace {

bool needs_reading(const CorpusFile& file, const ManifestEntry& before, bool retry_failed) {
  if (before.mtime_ns == 0 || before.size != file.size || before.mtime_ns != file.mtime_ns)
    return true;
  return !before.readable() && (before.retry || retry_failed);
}

bool lies_under(const std::string& path, const std::string& folder) {
  return folder.empty() || path == folder || path.starts_with(folder + "/");
}

bool is_out_of_sight(const std::string& path, const Corpus& corpus) {
  return std::any_of(corpus.problems.begin(), corpus.problems.end(),
                     [&](const CorpusProblem& problem) { return lies_under(path, problem.path); });
}

std::string known_hash(const ManifestEntry* before, bool retry_failed) {
  if (before == nullptr) return "";
  bool to_retry = !before->readable() && (before->retry || retry_failed);
  return to_retry ? "" : before->sha256;
}

// Entries that are gone and that no new file of the same size can be.
size_t count_vanished(const ChangePlan& plan) {
  std::map<uint64_t, size_t> new_sizes;
  for (const FileToRead& file : plan.to_read)
    if (file.before == nullptr) ++new_sizes[file.file->size];
  size_t vanished = 0;
  for (const ManifestEntry* entry : plan.gone) {
    auto it = new_sizes.find(entry->size);
    if (it == new_sizes.end() || it->second == 0)
      ++vanished;
    else
      --it->second;
  }
  return vanished;
}

}  // namespace

ChangePlan plan_changes(const Corpus& corpus, const Manifest& before, bool retry_failed) {
  std::unordered_map<std::string_view, const ManifestEntry*> entries;
  for (const ManifestEntry& entry : before.entries) entries.emplace(entry.path, &entry);
  ChangePlan plan;
  for (const CorpusFile& file : corpus.files) {
    auto it = entries.find(file.path);
    const ManifestEntry* entry = it == entries.end() ? nullptr : it->second;
    if (entry == nullptr || needs_reading(file, *entry, retry_failed))
      plan.to_read.push_back({&file, entry, known_hash(entry, retry_failed)});
    else
      plan.unchanged.push_back(entry);
    if (entry != nullptr) entries.erase(it);
  }
  for (const ManifestEntry& entry : before.entries) {
    if (entries.count(entry.path) == 0) continue;
    (is_out_of_sight(entry.path, corpus) ? plan.out_of_sight : plan.gone).push_back(&entry);
  }
  return plan;
}

Result<void> check_shrinking(const Corpus& corpus, const Manifest& before, const ChangePlan& plan) {
  const char* hint = "see that the place where they lie is mounted, or say --allow-shrink";
  if (corpus.files.empty() && plan.out_of_sight.empty())
    return Error{ErrorCode::kRefused, "there is no report in the folders given", hint};
  size_t vanished = count_vanished(plan);
  if (vanished * 2 <= before.entries.size()) return {};
  return Error{ErrorCode::kRefused,
               fmt::format("{} of {} documents have vanished; the index is left as it was",
                           vanished, before.entries.size()),
               hint};
}

}  // namespace ofsearch
