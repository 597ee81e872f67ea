// Tells which files of a corpus a run must open, by comparison with the manifest of the last run.
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
  // The entries, sorted by file. Those of unchanged files are complete; the others are filled when
  // the files are read.
  std::vector<FileEntry> files;
  std::vector<FileToRead> to_read;
};

struct FilePlanOptions {
  std::vector<std::string> visited;  // roots listed in `corpus`; files of other roots are unchanged
  std::vector<std::string> roots;    // all roots of the index
  bool read_all = false;
  bool retry_failed = false;  // read unchanged files again that could not be read
  std::function<bool(const FileEntry&)> is_cached;  // the cache has what was read from it
};

// Plans which files to open. A file is unchanged if its size and modification time are those of its
// entry and `is_cached` is true. The plan points into `corpus` and `before`.
FilePlan plan_files(const Corpus& corpus, const Manifest& before, const FilePlanOptions& options);

}  // namespace ofsearch
