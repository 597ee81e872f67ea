#include "common/system/embedded_data.h"

#include "common/system/hash.h"
#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("A table that is compiled in has the checksum of its content") {
  for (const char* name : {"authorities.tsv", "thesaurus.txt"}) {
    INFO(name);
    CHECK_FALSE(embedded_data(name).empty());
    CHECK(embedded_checksum(name) == sha256_hex(embedded_data(name)));
  }
  CHECK(embedded_data("nowhere.tsv").empty());
  CHECK(embedded_checksum("nowhere.tsv").empty());
}

}  // namespace ofsearch
