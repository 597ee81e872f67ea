#include "common/files/slug.h"

#include "tests/support/catch.h"

using ofsearch::slug;

TEST_CASE("A slug has letters and digits, parted by single hyphens") {
  CHECK(slug("Children's services: 2024!", 80) == "childrens-services-2024");
  CHECK(slug("\u201cA\u00f1o\u201d ../x\r\n;", 80) == "ano-x");
  CHECK(slug("\u4e2d", 80).empty());
  CHECK(slug("", 80).empty());
}

TEST_CASE("A slug is cut at its limit, and ends with no hyphen") {
  CHECK(slug("private fostering", 9) == "private-f");
  CHECK(slug("private fostering", 8) == "private");
}
