// One document read in a worker process (worker_pool.h): what goes in, what comes back.
#pragma once

#include "common/workers/worker_pool.h"

#include <functional>
#include <string>
#include <string_view>

namespace ofsearch {

struct DocumentAnswer {
  enum Kind { kReport, kKnown, kLeftOut, kFailed };
  Kind kind = kFailed;
  std::string sha256;  // of the file's bytes; empty if they were not read
  std::string packed;  // of kReport: pack_report()
  std::string error;   // of kFailed, and why it is kLeftOut: a sentence
  // The fault may be the disk's or the network's, or the file was being written: try again.
  bool transient = false;
};

// Whether what was read under a reading_key() is there already, so that the document need not be
// parsed.
using KnownReadings = std::function<bool(const std::string& key)>;

// The WorkerPool::Handler that reads documents: the request is the document's path, `fd` is open
// on it.
std::string handle_document(const KnownReadings& known, std::string_view path, int fd);

// What the outcome says. Never fails: a child that died or answered nonsense is kFailed.
DocumentAnswer decode_document_answer(const WorkerOutcome& outcome);

}  // namespace ofsearch
