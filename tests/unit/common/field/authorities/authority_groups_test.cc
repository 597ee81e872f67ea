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

TEST_CASE("The codes of authorities tell their kind, and the group says it in words") {
  CHECK(authority_kind("Metropolitan").code == "E08");
  CHECK(authority_kind("shire").code.empty());
  CHECK(authority_kind_names() ==
        std::vector<std::string>{"metropolitan", "county", "unitary", "london"});
  CHECK(group_in_words("kind-of:county") == "among county councils");
  CHECK(group_in_words("kind-of:shire") == "kind-of:shire");
  CHECK(
      Authorities::builtin().find("Leeds")->code.starts_with(authority_kind("metropolitan").code));
  CHECK(Authorities::builtin().find("Kent")->code.starts_with(authority_kind("county").code));
}

}  // namespace ofsearch
