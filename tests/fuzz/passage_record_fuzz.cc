// A passage as it lies in an index, which may be damaged.
#include "common/records/passage_record.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  auto passage = decode_passage(fuzz::as_text(data, size));
  if (!passage) return 0;
  std::string record = encode_passage(*passage);
  auto again = decode_passage(record);
  fuzz::require(again.has_value(), "what is written can be read");
  fuzz::require(encode_passage(*again) == record, "what is read is what was written");
  return 0;
}
