// Which files of a corpus a run must open, told from the manifest of the run before.
#pragma once

#include "indexer/generation/manifest.h"
#include "indexer/run/corpus.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct FileToRead {
  size_t entry = 0;  // in FilePlan.files
  const CorpusFile* file = nullptr;
  const FileEntry* before = nullptr;  // nullptr: new
};

struct FilePlan {
  // Sorted by file: those that stay as they were with all that is known, the others to be filled
  // when they are read.
  std::vector<FileEntry> files;
  std::vector<FileToRead> to_read;
};

struct FilePlanOptions {
  std::vector<std::string> visited;  // roots that `corpus` was walked for; others stay as they were
  std::vector<std::string> roots;    // all that the index is to have
  bool read_all = false;
  bool retry_failed = false;  // read again what could not be read, though it has not changed
  std::function<bool(const FileEntry&)> is_cached;  // what was read of it is at hand
};

// A file whose size and time of change are those of its entry, and whose reading is at hand, is
// unchanged. The plan points into `corpus` and `before`.
FilePlan plan_files(const Corpus& corpus, const Manifest& before, const FilePlanOptions& options);

}  // namespace ofsearch
