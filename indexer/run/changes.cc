#include "indexer/run/changes.h"

#include "common/text/counted.h"
#include "common/text/nearest.h"
#include "indexer/workers/reading.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace ofsearch {
namespace {

using EntriesById = std::unordered_map<std::string_view, const ReportEntry*>;
using IdsByFile = std::unordered_map<std::string_view, std::string_view>;

EntriesById by_id(const Manifest& manifest) {
  EntriesById entries;
  for (const ReportEntry& entry : manifest.reports) entries.emplace(entry.id, &entry);
  return entries;
}

// The report that each readable file holds.
IdsByFile ids_by_file(const Manifest& manifest) {
  std::unordered_map<std::string_view, std::string_view> ids;
  for (const ReportEntry& entry : manifest.reports) ids.emplace(entry.sha256, entry.id);
  IdsByFile by_file;
  for (const FileEntry& file : manifest.files)
    if (auto it = ids.find(file.sha256); file.readable() && it != ids.end())
      by_file.emplace(file.file, it->second);
  return by_file;
}

Json summary_of(const ReportEntry& entry, const ReportCache& cache) {
  Json fields = {{"id", entry.id}, {"path", entry.path}};
  if (auto head = cache.head(reading_key(entry.sha256, entry.path))) {
    head->report.path = entry.path;
    fields = report_fields(head->report);
  }
  return summary_fields(fields);
}

// Maps the hash of a new content to the report that its file held before and that is nowhere now.
using Replaced = std::unordered_map<std::string_view, const ReportEntry*>;

Replaced find_replaced(const Manifest& before, const EntriesById& entries, const Manifest& after,
                       const std::unordered_set<std::string_view>& ids) {
  const IdsByFile before_in = ids_by_file(before);
  Replaced replaced;
  for (const FileEntry& file : after.files) {
    auto it = file.readable() ? before_in.find(file.file) : before_in.end();
    if (it != before_in.end() && ids.count(it->second) == 0)
      replaced.emplace(file.sha256, entries.at(it->second));
  }
  return replaced;
}

ReportEntry entry_of(const SettledReport& settled) {
  const Report& report = settled.report;
  return {report.id,
          report.sha256,
          report.path,
          report.indexed,
          static_cast<int>(settled.passages),
          facts_hash(settled),
          shared_hash(settled)};
}

// Enters one report in the account; `same`: its entry in the run before, `replaced`: what was in
// its file then. Either may be nullptr.
void tell(const Report& report, const ReportEntry* same, const ReportEntry* replaced, bool restated,
          RunReport* account) {
  auto summary = [&] { return summary_fields(report_fields(report)); };
  if (same == nullptr)
    (replaced != nullptr ? account->changed : account->added).push_back(summary());
  else if (std::find(report.paths.begin(), report.paths.end(), same->path) == report.paths.end())
    account->moved.push_back({same->path, report.path});
  else if (restated)
    account->restated.push_back(summary());
  else
    ++account->unchanged;
}

std::string named(const std::vector<const ReportEntry*>& gone) {
  constexpr size_t kNamed = 5;
  std::string names;
  for (size_t i = 0; i < std::min(gone.size(), kNamed); ++i)
    names += (i == 0 ? "" : ", ") + gone[i]->path;
  if (gone.size() > kNamed) names += fmt::format(" and {} more", gone.size() - kNamed);
  return names;
}

using GoneByRoot = std::map<std::string_view, std::vector<const ReportEntry*>>;

// ", all below /reports and /more"; empty where a root is not known.
std::string below_roots(const GoneByRoot& gone) {
  std::vector<std::string> roots;
  for (const auto& [root, reports] : gone) roots.emplace_back(root);
  const bool known = std::ranges::none_of(roots, &std::string::empty);
  return known ? ", all below " + list_in_words(roots, "and") : "";
}

// `of_these` says of which the whole is, `all_below` where those that are gone were.
Error refusal(size_t gone, size_t of, const std::string& of_these, const std::string& all_below,
              const std::string& names) {
  return {ErrorCode::kRefused,
          fmt::format("{} of {}{} would be gone from the index{} ({}); it is left as it was", gone,
                      counted(of, "report"), of_these, all_below, names),
          "see that the place where they lie is mounted, or say --allow-shrink"};
}

}  // namespace

Changes compare_reports(const Manifest& before, const std::string& now, const ReportCache& cache,
                        std::vector<SettledReport>* reports, Manifest* after, RunReport* account) {
  Changes changes;
  const EntriesById entries = by_id(before);
  std::unordered_set<std::string_view> ids, replaced_ids;
  for (const SettledReport& settled : *reports) ids.insert(settled.report.id);
  const Replaced all_replaced = find_replaced(before, entries, *after, ids);
  for (SettledReport& settled : *reports) {
    Report& report = settled.report;
    auto same = entries.find(report.id);
    auto replaced = all_replaced.find(report.sha256);
    const ReportEntry* entry = same == entries.end() ? nullptr : same->second;
    const ReportEntry* earlier =
        entry != nullptr || replaced == all_replaced.end() ? nullptr : replaced->second;
    // A run whose clock was ahead would stay the latest for as long.
    report.indexed = entry != nullptr ? std::min(entry->indexed, now) : now;
    after->reports.push_back(entry_of(settled));
    bool restated = entry != nullptr && (entry->facts != after->reports.back().facts ||
                                         entry->indexed != report.indexed);
    tell(report, entry, earlier, restated, account);
    if (earlier != nullptr) replaced_ids.insert(earlier->id);
    bool rewritten =
        restated || (entry != nullptr && entry->shared != after->reports.back().shared);
    if (entry != nullptr && !rewritten) continue;
    changes.to_write.insert(report.id);
    if (rewritten) changes.to_remove.insert(report.id);
    if (entry != nullptr && !restated) continue;
    for (const std::string& warning : report.metadata.warnings)
      account->document_warnings.push_back({report.path, warning});
  }
  for (const ReportEntry& entry : before.reports) {
    if (ids.count(entry.id) > 0) continue;
    changes.to_remove.insert(entry.id);
    if (replaced_ids.count(entry.id) > 0) continue;
    changes.gone.push_back(&entry);
    account->removed.push_back(summary_of(entry, cache));
  }
  return changes;
}

Result<void> check_shrinking(const Manifest& before, const Manifest& after,
                             const Changes& changes) {
  std::unordered_map<std::string_view, std::string_view> roots;  // of contents
  for (const FileEntry& file : before.files)
    if (file.readable()) roots.emplace(file.sha256, file.root);
  GoneByRoot gone;  // of roots that still are
  std::map<std::string_view, size_t> had;
  std::vector<const ReportEntry*> all_gone;
  auto is_root = [&](std::string_view root) {
    return std::find(after.roots.begin(), after.roots.end(), root) != after.roots.end();
  };
  for (const ReportEntry& entry : before.reports) ++had[roots[entry.sha256]];
  for (const ReportEntry* entry : changes.gone) {
    std::string_view root = roots[entry->sha256];
    if (!is_root(root) && !root.empty()) continue;
    gone[root].push_back(entry);
    all_gone.push_back(entry);
  }
  for (const auto& [root, reports] : gone)
    if (reports.size() > 1 && reports.size() == had[root])
      return refusal(reports.size(), had[root], root.empty() ? "" : fmt::format(" below {}", root),
                     "", named(reports));
  if (!all_gone.empty() && all_gone.size() * 2 >= before.reports.size())
    return refusal(all_gone.size(), before.reports.size(), "", below_roots(gone), named(all_gone));
  return {};
}

Result<void> check_any_read(const RunReport& account) {
  const size_t failed = account.failures.size();
  if (account.reports > 0) return {};
  if (failed == 0)
    return Error{ErrorCode::kRefused, "no report would be left in the index; it is left as it was",
                 "remove its folder if nobody is to search it, or say --allow-shrink"};
  return Error{ErrorCode::kRefused,
               fmt::format("nothing could be read ({} failed), so there would be nothing to "
                           "search; no index was published",
                           failed),
               "see what is said of each, or say --allow-shrink"};
}

}  // namespace ofsearch
