// The fields of a report as they lie in an index, which may be damaged: with a checksum that is
// right, so that what lies behind it is tried too.
#include "common/records/report_record.h"
#include "tests/fuzz/target.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>

namespace {

std::string with_checksum(const std::string& text) {
  uint32_t hash = 2166136261;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  char digits[9];
  std::snprintf(digits, sizeof digits, "%08x", hash);
  return digits + text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  const std::string text(fuzz::as_text(data, size));
  (void)decode_report({with_checksum(text), with_checksum(text)});
  auto report = decode_report_fields(with_checksum(text));
  if (!report) return 0;
  std::string fields = encode_report(*report).fields;
  auto again = decode_report_fields(fields);
  fuzz::require(again.has_value(), "what is written can be read");
  fuzz::require(encode_report(*again).fields == fields, "what is read is what was written");
  return 0;
}
