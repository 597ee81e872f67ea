#include "searcher/understand/spelling/suggestion.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("A suggestion puts whole words in place of whole words") {
  CHECK(with_words_replaced("housngsx housngs", "housngs", "housing") == "housngsx housing");
  CHECK(with_words_replaced("xhousngs housngs", "housngs", "housing") == "xhousngs housing");
  CHECK(with_words_replaced("\"housngs\", (housngs)", "housngs", "housing") ==
        "\"housing\", (housing)");
  CHECK(with_words_replaced("multi-agncy hub", "multi-agncy", "multi-agency") ==
        "multi-agency hub");
  CHECK(with_words_replaced("\u201chousngs\u201d", "housngs", "housing") == "\u201chousing\u201d");
  CHECK(with_words_replaced("housngsx", "housngs", "housing") == "housngsx");
  CHECK(with_words_replaced("care", "", "housing") == "care");
  CHECK(with_words_replaced("car", "car", "car car") == "car car");
}

TEST_CASE("A suggestion does not repeat a slip that was mended") {
  CHECK(with_corrections("pathwy plans equal", {{"pathwy", "pathway"}}) == "pathway plans equal");
  CHECK(with_corrections("care plans", {}) == "care plans");
}

}  // namespace
}  // namespace ofsearch
