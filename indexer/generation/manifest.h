// What a generation was made from: the folders, each file in them, each report of the index. It
// tells the next run which files it need not open, and since when a report has been there.
//
// A file of JSON lines: the first is about the whole, then one a file, sorted by name, then one a
// report, sorted by id, and at the end a checksum of all before it.
//   {"manifest":2,"schema":8,"readers":"...","shards":1,"roots":["/data/reports"], ...}
//   {"file":"/data/reports/a.pdf","root":"/data/reports","path":"a.pdf","size":1,"mtime_ns":2,
//    "sha256":"..."}
//   {"file":"/data/reports/b.pdf", ...,"error":"it is encrypted"}
//   {"id":"...","sha256":"...","path":"a.pdf","indexed":"...","passages":30,"facts":"..."}
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
  int64_t mtime_ns = 0;   // of the file when it was read; 0: look at the content again
  std::string sha256;     // of the file's bytes; empty if they could not be read
  std::string error;      // why it could not be read, one sentence; empty if it was
  bool retry = false;     // the fault may have been the disk's or the network's, not the document's
  bool left_out = false;  // `error` is why it is no report
  bool tried = false;     // in this run; not written

  bool readable() const { return error.empty(); }
};

struct ReportEntry {
  std::string id;
  std::string sha256;
  std::string path;     // Report.path
  std::string indexed;  // when the report first entered the index, ISO 8601 UTC
  int passages = 0;
  std::string facts;  // hash of what the index says of the report
};

struct Manifest {
  int schema = 0;           // kSchemaVersion of its shards
  std::string readers;      // kReadersVersion
  std::string phrases;      // which thesaurus marks the passages
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

// Errors: kNotFound, kUnreadable, kIndexVersion for the form of another version, kIndexDamaged for
// a file that save_manifest() never writes.
Result<Manifest> load_manifest(const std::filesystem::path& file);

// Of a manifest as version 0.1.0 wrote it, one line a document: which reports there were, and since
// when. As much as can be read; no reports for a manifest of another form.
Manifest load_first_manifest(const std::filesystem::path& file);

// In one step, synced.
Result<void> save_manifest(const Manifest& manifest, const std::filesystem::path& file);

// As save_manifest() writes it.
std::string manifest_text(const Manifest& manifest);

// In which of `shards` parts a report lies.
int shard_of(std::string_view report_id, int shards);

}  // namespace ofsearch
