// A packed passage as it lies in an index, which may be damaged, and whatever a passage may say.
#include "common/records/record_packer.h"
#include "tests/fuzz/target.h"

#include <string>
#include <vector>

namespace {

std::vector<std::string> samples() {
  std::vector<std::string> records;
  for (int i = 0; i < 2000; ++i)
    records.push_back("Leaders know their carers well, and act on " + std::to_string(i * 7919) +
                      " of " + std::to_string(i) + " plans.");
  return records;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  static RecordPacker packer(learn_dictionary(samples()));
  static RecordUnpacker unpacker([](uint32_t) { return packer.dictionary(); });
  std::string_view input = fuzz::as_text(data, size);
  unpacker.unpack(input);
  auto back = unpacker.unpack(packer.pack(input));
  fuzz::require(back == std::string(input), "what was packed comes back");
  return 0;
}
