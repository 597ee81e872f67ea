// What comes back from a process that reads documents and may have been taken over by one.
#include "indexer/workers/document_worker.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  WorkerOutcome outcome;
  outcome.answer = fuzz::as_text(data, size);
  DocumentAnswer answer = decode_document_answer(outcome);
  if (answer.kind == DocumentAnswer::kFailed) return 0;
  if (answer.kind == DocumentAnswer::kReport) {
    auto report = assemble_report(answer.head, answer.records);
    fuzz::require(!report || report->passages.size() == static_cast<size_t>(answer.passages),
                  "every passage arrives");
  }
  return 0;
}
