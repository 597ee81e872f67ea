// Keeps the cache of what was read from documents, beside the generations. With it, a change of
// settings, thesaurus or schema needs no document to be read again.
//
//   INDEX/cache/VERSION/KEY    pack_report(); KEY is the reading_key() of the document
//
// The files are not synced: an entry damaged by a crash is detected by its checksums, and its
// document is read again.
#pragma once

#include "common/records/report_record.h"
#include "common/system/result.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace ofsearch {

// A hash of the sources that determine what is read from a document, computed at build time.
extern const char* const kReadersVersion;

class ReportCache {
 public:
  // Opens the cache of the index in the folder `index`. What is read with and without OCR is apart.
  explicit ReportCache(const std::filesystem::path& index, bool ocr = false);

  // Returns the version of the readers: what another version could not read, this one may.
  const std::string& version() const { return version_; }
  static std::string version_with(bool ocr);

  bool has(const std::string& key) const { return keys_.count(key) > 0; }

  Result<void> store(const std::string& key, std::string_view packed);

  // Returns the head of an entry; nothing if there is no entry or it is damaged.
  std::optional<ReportHead> head(const std::string& key) const;
  std::optional<Report> report(const std::string& key) const;

  void drop(const std::string& key);

  // Drops its file alone: the next one who opens the cache does not find the entry.
  void drop_file(const std::string& key) const;

  // Removes all entries except `used`, and those of other versions of the readers.
  void sweep(const std::set<std::string>& used);

 private:
  std::string version_;
  std::filesystem::path folder_;
  std::unordered_set<std::string> keys_;
};

}  // namespace ofsearch
