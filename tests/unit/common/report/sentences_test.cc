#include "common/report/sentences.h"

#include "common/report/prepare_text.h"
#include "common/report/report.h"
#include "tests/support/catch.h"
#include "tests/support/in_child.h"
#include "tests/support/no_icu_memory.h"

#include <new>
#include <string>
#include <string_view>

namespace ofsearch {
namespace {

struct Case {
  std::string text, expected;
};

std::string printed(std::string_view text, const Sentences& sentences) {
  std::string all;
  for (auto [begin, end] : sentences)
    all += "[" + std::string(text.substr(begin, end - begin)) + "]";
  return all;
}

}  // namespace

// Not prepared, it would wait for ever or end by a signal.
TEST_CASE("what was prepared says that memory is missing, and goes on once it is there",
          "[sentences]") {
  constexpr std::string_view kText = "Help is early. It works.";
  test::in_child([&] {
    prepare_text();
    test::take_memory_from_icu();
    bool said = false;
    try {
      sentences(kText);
    } catch (const std::bad_alloc&) {
      said = true;
    }
    test::give_memory_to_icu();
    return said && sentences(kText).size() == 2;
  });
}

TEST_CASE("sentences end at full stops, not at abbreviations", "[sentences]") {
  const Case cases[] = {
      {"Help is early. It works.", "[Help is early.][It works.]"},
      {"Plans (e.g. Child plans) are late. Why?", "[Plans (e.g. Child plans) are late.][Why?]"},
      {"Ms. Strand wrote. Mr. Vale answered.", "[Ms. Strand wrote.][Mr. Vale answered.]"},
      {"It rose by 3.5 per cent. Then it fell.", "[It rose by 3.5 per cent.][Then it fell.]"},
      {"Visit to Co. Durham on 15 April. Why?", "[Visit to Co. Durham on 15 April.][Why?]"},
      {"Visit to N.E. Lincolnshire, or C. Bedfordshire.",
       "[Visit to N.E. Lincolnshire, or C. Bedfordshire.]"},
      {"This is child N. Social workers see her.", "[This is child N.][Social workers see her.]"},
      {"It was Smith & Co. They left.", "[It was Smith & Co.][They left.]"},
      {"No end", "[No end]"},
      {"", ""},
      {"First row\nSecond row", "[First row\n][Second row]"},
      {" First row. \n Second row ", "[First row. \n][Second row]"},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(printed(each.text, sentences(each.text)) == each.expected);
  }
}

TEST_CASE("a passage's sentences are those it was read with, else found now", "[sentences]") {
  Passage passage;
  passage.text = "Help is early. It works.";
  CHECK(printed(passage.text, sentences_of(passage)) == "[Help is early.][It works.]");
  passage.sentences = {{0, 4}, {5, 24}};
  CHECK(printed(passage.text, sentences_of(passage)) == "[Help][is early. It works.]");
}

}  // namespace ofsearch
