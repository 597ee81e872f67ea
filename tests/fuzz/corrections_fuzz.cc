// A CSV file of corrections, applied to a report.
#include "common/records/report_json.h"
#include "indexer/metadata/corrections/corrections.h"
#include "tests/fuzz/target.h"
#include "tests/support/report_as_json.h"

#include <nlohmann/json.hpp>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  auto corrections = Corrections::parse(fuzz::as_text(data, size), "own.csv");
  if (!corrections) {
    fuzz::require(corrections.error().message.starts_with("own.csv"), "an error names the file");
    return 0;
  }
  Report report;
  report.path = "a.pdf";
  report.paths = {report.path};
  report.sha256 = "00";
  corrections->apply(&report);
  for (const std::string& line : corrections->unmatched())
    fuzz::require(line.starts_with("own.csv"), "a warning names the file");
  // Strict: throws where a value is not UTF-8.
  fuzz::require(!report_as_json(report).dump().empty(), "a report can be written as JSON");
  return 0;
}
