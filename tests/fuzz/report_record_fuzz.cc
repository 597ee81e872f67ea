// The fields of a report as they lie in an index, which may be damaged.
#include "common/report/report_record.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  auto report = decode_report_fields(fuzz::as_text(data, size));
  if (!report) return 0;
  std::string fields = encode_report(*report).fields;
  auto again = decode_report_fields(fields);
  fuzz::require(again.has_value(), "what is written can be read");
  fuzz::require(encode_report(*again).fields == fields, "what is read is what was written");
  return 0;
}
