#include "common/text/file_address.h"

#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("the address of a file holds any name", "[file_address]") {
  CHECK(file_address("/r/a.pdf", 3) == "file:///r/a.pdf#page=3");
  CHECK(file_address("/r/a b#?%\xC3\xA9.pdf") == "file:///r/a%20b%23%3F%25%C3%A9.pdf");
}

TEST_CASE("a link leads to an address of the web and to nothing else", "[file_address]") {
  CHECK(is_web_address("https://files.example.org/v1/file/50000001"));
  CHECK(is_web_address("http://example.org/a?b=c&d=%20#e"));
  for (const char* other :
       {"", "50000001", "www.example.org", "javascript:alert(1)", "file:///r/a.pdf",
        "https://example.org/a b", "https://example.org/\"onclick", "https://example.org/<b>",
        "https://example.org/\n", "https://example.org/\xC3\xA9"}) {
    CAPTURE(other);
    CHECK_FALSE(is_web_address(other));
  }
}

}  // namespace ofsearch
