#include "indexer/run/report_cache.h"

#include "common/files/file.h"
#include "indexer/run/readers_version.h"

#include <vector>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; it != end; it.increment(error))
    entries.push_back(it->path());
  return entries;
}

// A key begins with the hash of the content, which the report names too.
bool is_of(const std::string& key, const Report& report) {
  return report.sha256.size() == 64 && key.starts_with(report.sha256);
}

}  // namespace

const char* const kReadersVersion = kReadersHash;

std::string ReportCache::version_with(bool ocr) {
  return std::string(kReadersVersion) + (ocr ? "-ocr" : "");
}

ReportCache::ReportCache(const fs::path& index, bool ocr)
    : version_(version_with(ocr)), folder_(index / "cache" / version_) {
  for (const fs::path& entry : entries_of(folder_)) keys_.insert(entry.filename().string());
}

Result<void> ReportCache::store(const std::string& key, std::string_view packed) {
  std::error_code error;
  fs::create_directories(folder_, error);
  // The file is not synced: what is lost is read again.
  auto written = replace_file(folder_ / key, packed);
  if (!written)
    return Error{ErrorCode::kUnwritable, written.error().message,
                 "see that there is room on its disk"};
  keys_.insert(key);
  return {};
}

std::optional<ReportHead> ReportCache::head(const std::string& key) const {
  auto packed = read_file(folder_ / key);
  auto head = packed ? unpack_head(*packed) : std::nullopt;
  return head && is_of(key, head->report) ? std::move(head) : std::nullopt;
}

std::optional<Report> ReportCache::report(const std::string& key) const {
  auto packed = read_file(folder_ / key);
  auto report = packed ? unpack_report(*packed) : std::nullopt;
  return report && is_of(key, *report) ? std::move(report) : std::nullopt;
}

void ReportCache::drop(const std::string& key) {
  drop_file(key);
  keys_.erase(key);
}

void ReportCache::drop_file(const std::string& key) const {
  std::error_code ignore;
  fs::remove(folder_ / key, ignore);
}

void ReportCache::sweep(const std::set<std::string>& used) {
  std::error_code ignore;
  for (const fs::path& entry : entries_of(folder_.parent_path()))
    if (entry != folder_) fs::remove_all(entry, ignore);
  for (const fs::path& entry : entries_of(folder_))
    if (used.count(entry.filename().string()) == 0) drop(entry.filename().string());
}

}  // namespace ofsearch
