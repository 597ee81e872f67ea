// What a generation was made from: one entry a document, readable or not. It tells the next run
// which documents it need not read again.
//
// A file of JSON lines: the first is about the whole, every other one a document, sorted by path.
//   {"manifest":1,"schema":1,"program":"0.1.0","published":"...","shards":1,
//    "documents":2}
//   {"path":"a.pdf","id":"...","size":1,"mtime_ns":2,"sha256":"...","indexed":"...","passages":30,
//    "facts":"..."}
//   {"path":"b.pdf","id":"...","size":1,"mtime_ns":2,"sha256":"...","error":"it is encrypted"}
#pragma once

#include "common/system/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

inline constexpr const char* kManifestName = "manifest.jsonl";

struct ManifestEntry {
  std::string path;      // Report.path
  std::string id;        // Report.id
  uint64_t size = 0;     // bytes
  int64_t mtime_ns = 0;  // of the file when it was read; 0: look at the content again
  std::string sha256;    // of the file's bytes; empty if they could not be read
  std::string indexed;   // when the report first entered the index, ISO 8601 UTC
  int passages = 0;
  std::string facts;   // hash of what the index says of the report; see Settling
  std::string error;   // why it could not be read, one sentence; empty if it was
  bool retry = false;  // the fault may have been the disk's or the network's, not the document's

  bool readable() const { return error.empty(); }
};

struct Manifest {
  int schema = 0;           // kSchemaVersion of its shards
  std::string program;      // version of the program that read the documents
  std::string corrections;  // SHA-256 of the file of corrections that was applied; empty for none
  std::string published;    // ISO 8601 UTC
  int shards = 1;
  std::vector<ManifestEntry> entries;  // sorted by path

  size_t reports() const;  // readable entries
  size_t passages() const;
};

// Errors: kNotFound, kUnreadable, kIndexDamaged for a file that save_manifest() never writes.
Result<Manifest> load_manifest(const std::filesystem::path& file);

// In one step, synced.
Result<void> save_manifest(const Manifest& manifest, const std::filesystem::path& file);

// In which of `shards` parts a report lies.
int shard_of(const std::string& report_id, int shards);

}  // namespace ofsearch
