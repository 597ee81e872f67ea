#include "common/text/code_points.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {

TEST_CASE("a text is cut between characters, at the last place that is allowed") {
  const std::string text = "a\u00E9\u20AC\U0001F600z";  // of 1, 2, 3, 4 and 1 bytes
  const size_t expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11, 11};
  for (size_t at = 0; at < std::size(expected); ++at) {
    INFO(at);
    CHECK(cut_at_character(text, at) == expected[at]);
    CHECK(is_utf8(text.substr(0, cut_at_character(text, at))));
  }
  CHECK(cut_at_character("", 3) == 0);
}

}  // namespace ofsearch
