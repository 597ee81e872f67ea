#include "common/report/sentences.h"

#include "common/report/report.h"
#include "tests/support/catch.h"

#include <string>

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

TEST_CASE("sentences end at full stops, not at abbreviations", "[sentences]") {
  const Case cases[] = {
      {"Help is early. It works.", "[Help is early.][It works.]"},
      {"Plans (e.g. Child plans) are late. Why?", "[Plans (e.g. Child plans) are late.][Why?]"},
      {"Ms. Strand wrote. Mr. Vale answered.", "[Ms. Strand wrote.][Mr. Vale answered.]"},
      {"It rose by 3.5 per cent. Then it fell.", "[It rose by 3.5 per cent.][Then it fell.]"},
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
