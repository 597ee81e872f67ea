// Reading a list of files in worker processes.
#pragma once

#include "indexer/workers/document_worker.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// What a worker process may use on one document.
struct ReadingLimits {
  size_t memory_mb = 1024;
  int seconds = 60;     // of computing
  bool sandbox = true;  // confined, or nothing is read; false: for documents that are trusted
};

struct DocumentToRead {
  std::filesystem::path file;  // where it lies
  std::string path;            // the report's path within the corpus
};

struct ReadDocument {
  DocumentAnswer answer;
  // Of the file when it was opened; nothing if it could not be or is of no use.
  struct State {
    uint64_t size = 0;
    int64_t mtime_ns = 0;  // 0 if it was changed so recently that the clock may hide a later change
  };
  std::optional<State> state;
};

// Hands on what came of each file, numbered as in `files`, as it comes; see WorkerPool::run() for
// the order. A file that was written meanwhile, or not to be read for a moment, is tried twice.
// What is `known` is not parsed. `jobs` processes read; 0: one a core.
Result<void> read_documents(
    const std::vector<DocumentToRead>& files, int jobs, const ReadingLimits& limits,
    const KnownReadings& known,
    const std::function<Result<void>(size_t number, ReadDocument document)>& take);

}  // namespace ofsearch
