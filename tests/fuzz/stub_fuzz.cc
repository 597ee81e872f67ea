// The stub file of an index, which may be somebody else's. Lines that name servers are left out:
// nothing is to be connected to here.
#include "common/index/index.h"
#include "tests/fuzz/target.h"
#include "tests/support/temp_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::string_view text = fuzz::as_text(data, size);
  if (text.find("remote") != std::string_view::npos) return 0;
  static const test::TempFolder folder;
  folder.write(kStubName, text);
  auto index = open_index(folder.path());
  fuzz::require(!index, "no stub makes an index of nothing");
  fuzz::require(!index.error().message.empty(), "an error is a sentence");
  return 0;
}
