#include "common/field/authorities/authority_groups.h"

#include "common/field/authorities/authorities.h"
#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("Authorities that go together have a name for people, whatever the spelling") {
  CHECK(group_in_words("region-of:leeds") == "in the region of Leeds (Yorkshire and The Humber)");
  CHECK(group_in_words("neighbours-of:Hull") ==
        "among the statistical neighbours of Kingston upon Hull");
  CHECK(group_in_words("Leeds") == "");
  CHECK(group_in_words("") == "");
  CHECK(group_in_words("region-of:Nowhere") == "region-of:Nowhere");
  for (const Authority& authority : Authorities::builtin().all())
    CHECK(group_in_words(std::string(kRegionOf) + authority.name) ==
          "in the region of " + authority.name + " (" + authority.region + ")");
}

}  // namespace ofsearch
