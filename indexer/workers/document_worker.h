// Reads one document in a worker process (worker_pool.h): the handler, and its answer.
#pragma once

#include "common/workers/worker_pool.h"
#include "indexer/readers/reader.h"

#include <functional>
#include <string>
#include <string_view>

namespace ofsearch {

struct DocumentAnswer {
  enum Kind { kReport, kKnown, kLeftOut, kFailed };
  Kind kind = kFailed;
  std::string sha256;  // that of the file's bytes; empty if they were not read
  std::string packed;  // for kReport: pack_report()
  std::string error;   // for kFailed and kLeftOut: the reason, a sentence
  // Whether to try again: the disk or network may have failed, or the file was being written.
  bool transient = false;
};

// Tells whether the cache has an entry for a reading_key(), so that the document need not be
// parsed.
using KnownReadings = std::function<bool(const std::string& key)>;

// Returns the WorkerPool::Handler that reads documents: the request is the document's `path` in the
// corpus, and `fd` is open on its file. `ocr` as in ReaderLimits. Returns the input of
// decode_document_answer().
std::string handle_document(const KnownReadings& known, const Ocr* ocr, std::string_view path,
                            int fd);

// Returns the answer in `outcome`. Never fails: a child that died or sent an invalid answer is
// kFailed.
DocumentAnswer decode_document_answer(const WorkerOutcome& outcome);

}  // namespace ofsearch
