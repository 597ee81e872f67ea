// What was read from documents, kept beside the generations, so that a run whose settings, words or
// schema have changed writes an index without reading a document.
//
//   INDEX/cache/READERSVERSION/KEY    pack_report(); KEY is the reading_key() of the document
//
// Nothing here is synced: an entry that a failure left damaged is found by its checksums, and its
// document read again.
#pragma once

#include "common/report/report_record.h"
#include "common/system/result.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace ofsearch {

// Of all that decides what is read from a document, a hash made when the program is built.
extern const char* const kReadersVersion;

class ReportCache {
 public:
  // Of the index in the folder `index`.
  explicit ReportCache(const std::filesystem::path& index);

  bool has(const std::string& key) const { return keys_.count(key) > 0; }

  Result<void> store(const std::string& key, std::string_view packed);

  // Nothing where there is no entry or it is damaged.
  std::optional<ReportHead> head(const std::string& key) const;
  std::optional<Report> report(const std::string& key) const;

  void drop(const std::string& key);

  // Removes all entries but those of `used`, and what was read by other readers.
  void sweep(const std::set<std::string>& used);

 private:
  std::filesystem::path folder_;
  std::unordered_set<std::string> keys_;
};

}  // namespace ofsearch
