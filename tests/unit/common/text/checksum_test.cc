#include "common/text/checksum.h"

#include "tests/support/catch.h"

#include <cstddef>
#include <string>

namespace ofsearch {

TEST_CASE("A text comes back from behind its checksum, and no text with one byte changed") {
  for (const std::string& text : {std::string("a"), std::string("good\x1E"), std::string(300, 'x'),
                                  std::string("\0\0\1", 3)}) {
    const std::string written = with_checksum(text);
    CHECK(without_checksum(written) == text);
    for (size_t i = 0; i < written.size(); ++i)
      for (int bit = 0; bit < 8; ++bit) {
        std::string changed = written;
        changed[i] = static_cast<char>(changed[i] ^ 1 << bit);
        REQUIRE(without_checksum(changed).empty());
      }
    for (size_t size = 0; size < written.size(); ++size)
      REQUIRE(without_checksum(written.substr(0, size)).empty());
  }
}

}  // namespace ofsearch
