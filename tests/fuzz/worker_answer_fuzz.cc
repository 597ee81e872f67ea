// What comes back from a process that reads documents and may have been taken over by one.
#include "common/records/report_record.h"
#include "indexer/workers/document_worker.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  WorkerOutcome outcome;
  outcome.answer = fuzz::as_text(data, size);
  DocumentAnswer answer = decode_document_answer(outcome);
  if (answer.kind == DocumentAnswer::kReport)
    fuzz::require(unpack_report(answer.packed).has_value(),
                  "a report that was let through is whole");
  (void)unpack_report(outcome.answer);
  return 0;
}
