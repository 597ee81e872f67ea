// A PDF file's bytes to its lines.
#include "tests/fuzz/reading.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  fuzz::check_source(read_pdf(fuzz::as_text(data, size), fuzz::small_limits()));
  return 0;
}
