// Reads a list of files in worker processes.
#pragma once

#include "indexer/workers/document_worker.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// The limits of what a worker process may use on one document.
struct ReadingLimits {
  size_t memory_mb = 1024;
  int seconds = 0;           // processor time; 0: 60, with OCR 600
  bool sandbox = true;       // confine the process (sandbox.h); false only for trusted documents
  const Ocr* ocr = nullptr;  // reads pages that are pictures; null: they are not read
};

struct DocumentToRead {
  std::filesystem::path file;  // absolute
  std::string path;            // the report's path within the corpus
};

struct ReadDocument {
  DocumentAnswer answer;
  // The state of the file when it was opened; nothing if it could not be opened.
  struct State {
    uint64_t size = 0;
    int64_t mtime_ns = 0;  // 0 if the file is so new that a later change may have the same time
  };
  std::optional<State> state;
};

// Reads `files` with `jobs` processes (0: one a core) and calls `take` with each result and its
// index in `files`; see WorkerPool::run() for the order. A transient failure is tried once more. A
// document that is `known` is not parsed. Errors as WorkerPool::run().
Result<void> read_documents(
    const std::vector<DocumentToRead>& files, int jobs, const ReadingLimits& limits,
    const KnownReadings& known,
    const std::function<Result<void>(size_t number, ReadDocument document)>& take);

}  // namespace ofsearch
