#include "indexer/document/list_marks.h"

#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("the mark before a paragraph is a number with a full stop or a bullet", "[marks]") {
  struct Case {
    const char* text;
    const char* number;  // "" with a rest: a bullet
    const char* rest;
  };
  const Case marked[] = {
      {"10. The front door", "10", "The front door"},
      {"4.", "4", ""},
      {"2.1. Adoption", "2.1", "Adoption"},
      {"7.  Two spaces", "7", "Two spaces"},
      {"\u2022 item", "", "item"},
      {"\u2022item", "", "item"},
      {"\u25FC item", "", "item"},
      {"\u2022", "", ""},
      {"- item", "", "item"},
      {"-", "", ""},
      {"\u2013 item", "", "item"},
      {"\u2015 item", "", "item"},
      {"o item", "", "item"},
      {"* item", "", "item"},
      {"\uFFFD item", "", "item"},
      {"\uFFFD", "", ""},
  };
  for (const Case& each : marked) {
    INFO(each.text);
    Mark mark = mark_of(each.text);
    REQUIRE(mark.length > 0);
    CHECK(mark.number == each.number);
    CHECK(mark.bullet == std::string(each.number).empty());
    CHECK(std::string(each.text).substr(mark.length) == each.rest);
  }
  const char* unmarked[] = {"12 children",
                            "3.5 per cent",
                            "2018. A year",
                            "10.The",
                            "Ten. children",
                            "-5 degrees",
                            "of the",
                            "o",
                            "*",
                            "",
                            "1234567.",
                            "\uFFFDbroken"};
  for (const char* text : unmarked) {
    INFO(text);
    CHECK(mark_of(text).length == 0);
  }
}

TEST_CASE("a lone mark has nothing behind it", "[marks]") {
  for (const char* text : {"4.", "2.1.", "\u2022", "-"}) CHECK(is_lone_mark(text));
  for (const char* text : {"4", "4. Text", "", "text"}) CHECK_FALSE(is_lone_mark(text));
}

TEST_CASE("lines are joined by a space, but for a hyphen inside a word", "[marks]") {
  CHECK(between_lines("multi-", "agency") == "");
  CHECK(between_lines("children and", "families") == " ");
  CHECK(between_lines("short-", "and long-term") == " ");
  CHECK(between_lines("services \u2013", "which") == " ");
  CHECK(between_lines("services -", "which") == " ");
  CHECK(between_lines("-", "which") == " ");
}

}  // namespace ofsearch
