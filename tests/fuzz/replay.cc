// Stands in for libFuzzer's main() where the compiler has none: runs the target once on each file
// named on the command line.
#include "common/files/file.h"
#include "tests/fuzz/target.h"

#include <cstdio>
#include <string>

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    auto bytes = ofsearch::read_file(argv[i]);
    if (!bytes) {
      std::fprintf(stderr, "%s\n", bytes.error().text().c_str());
      return 2;
    }
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes->data()), bytes->size());
  }
  std::printf("%d inputs\n", argc - 1);
  return argc > 1 ? 0 : 2;
}
