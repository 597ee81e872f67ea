// One document read in a worker process (worker_pool.h): what goes in, what comes back.
#pragma once

#include "common/report/report_json.h"
#include "common/system/result.h"
#include "indexer/workers/worker_pool.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct DocumentAnswer {
  enum Kind { kReport, kSame, kFailed };
  Kind kind = kFailed;
  std::string sha256;   // of the file's bytes; empty if they could not be read
  Json head;            // of kReport: report_head(), "indexed" null
  Report report;        // of kReport: what `head` says
  std::string records;  // of kReport: its passages; see decode_records()
  int passages = 0;
  std::string error;  // of kFailed: a sentence
  // The fault may be the disk's or the network's, or the file was being written: try again.
  bool transient = false;
};

// The request for the document at `path`, to go with its open descriptor. If its content has the
// hash `known_sha256` (empty: none is known), the answer is kSame and it is not parsed.
std::string encode_document_request(std::string_view path, std::string_view known_sha256);

// The WorkerPool::Handler that reads documents.
std::string handle_document(std::string_view request, int fd);

// What the outcome says. Never fails: a child that died or answered nonsense is kFailed.
DocumentAnswer decode_document_answer(const WorkerOutcome& outcome);

// The passages of a report, each as encode_passage() writes it.
std::string encode_records(const std::vector<std::string>& records);
// Nothing if `bytes` is not what encode_records() writes.
std::optional<std::vector<std::string_view>> decode_records(std::string_view bytes);

// The whole report of a kReport answer. kInternal if `head` or `records` are not well formed.
Result<Report> assemble_report(const Json& head, std::string_view records);

}  // namespace ofsearch
