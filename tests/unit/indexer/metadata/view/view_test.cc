#include "indexer/metadata/view/view.h"

#include "common/text/code_points.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {

TEST_CASE("an excerpt ends between words, or between characters where there is one word") {
  std::string words, letters;
  for (int i = 0; i < 100; ++i) words += "caf\u00E9 ", letters += "\u20AC";
  CHECK(excerpt("short") == "short");
  CHECK(excerpt(words).ends_with("caf\u00E9\u2026"));
  for (const std::string& text : {words, letters, "a" + letters, "aa" + letters}) {
    CHECK(is_utf8(excerpt(text)));
    CHECK(excerpt(text).size() <= 300 + std::string("\u2026").size());
  }
}

}  // namespace ofsearch
