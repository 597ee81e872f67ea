// Keeps what a generation was made from: the folders, each file in them, each report of the index.
// It tells the next run which files it need not open, and when each report entered the index.
//
// A file of JSON lines: a header, then one line a file, sorted by name, then one line a report,
// sorted by id, and at the end the SHA-256 of all lines before.
//   {"manifest":2,"schema":11,"readers":"...","shards":1,"roots":["/data/reports"], ...}
//   {"file":"/data/reports/a.pdf","root":"/data/reports","path":"a.pdf","size":1,"mtime_ns":2,
//    "sha256":"..."}
//   {"file":"/data/reports/b.pdf", ...,"error":"it is encrypted"}
//   {"id":"...","sha256":"...","path":"a.pdf","indexed":"...","passages":30,"facts":"...",
//    "shared":""}
//   {"sha256":"..."}
#pragma once

#include "common/system/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

inline constexpr const char* kManifestName = "manifest.jsonl";
inline constexpr int kMostShards = 256;

struct FileEntry {
  std::string file;       // absolute, UTF-8, as CorpusFile.name
  std::string root;       // one of Manifest.roots
  std::string path;       // as shown: Report.paths
  uint64_t size = 0;      // bytes
  int64_t mtime_ns = 0;   // when it was read, nanoseconds since 1970; 0: not known, read it again
  std::string sha256;     // of the file's bytes; empty if they could not be read
  std::string error;      // why it could not be read, one sentence; empty if it was
  bool retry = false;     // the disk or network may have failed, not the document: try it again
  bool left_out = false;  // it is not a report; `error` says why
  bool tried = false;     // read in this run; not stored

  bool readable() const { return error.empty(); }
};

struct ReportEntry {
  std::string id;
  std::string sha256;
  std::string path;     // Report.path
  std::string indexed;  // when the report first entered the index, ISO 8601 UTC
  int passages = 0;
  std::string facts;        // facts_hash() (run/settle.h): changes with the facts in the index
  std::string shared = {};  // shared_hash(): changes with the passages that are shared text
};

struct Manifest {
  int schema = 0;           // kSchemaVersion of its shards
  std::string readers;      // ReportCache::version()
  bool ocr = false;         // pages that are pictures were read
  std::string marks;        // marks_version() (common/index/marks.h)
  std::string program;      // version of the program that wrote it
  std::string corrections;  // SHA-256 of the file of corrections that was applied; empty for none
  std::string published;    // ISO 8601 UTC
  int shards = 1;
  std::vector<std::string> roots;     // absolute, UTF-8, sorted
  std::vector<std::string> warnings;  // of the run that wrote it
  std::vector<FileEntry> files;       // sorted by file
  std::vector<ReportEntry> reports;   // sorted by id

  size_t passages() const;
};

// Reads a manifest. Errors: kNotFound, kUnreadable, kIndexVersion for the format of another
// version, kIndexDamaged for a file that save_manifest() did not write.
Result<Manifest> load_manifest(const std::filesystem::path& file);

// Reads the reports, and when they entered the index, from a manifest of version 0.1.0 (one line a
// document). Returns as much as can be read; no reports for another format.
Manifest load_first_manifest(const std::filesystem::path& file);

// Replaces the file atomically and syncs it. Errors as write_file_atomically().
Result<void> save_manifest(const Manifest& manifest, const std::filesystem::path& file);

// Returns the text that save_manifest() writes.
std::string manifest_text(const Manifest& manifest);

// Returns the number of the shard, 0 to `shards`-1, to which a report belongs.
int shard_of(std::string_view report_id, int shards);

}  // namespace ofsearch
