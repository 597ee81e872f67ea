#include "indexer/document/lines/list_marks.h"

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

TEST_CASE("a letter in brackets begins an item behind the end of another", "[marks]") {
  CHECK(begins_lettered_item("(a) the plan", "They should send:"));
  CHECK(begins_lettered_item("(iv) the plan", "the record; and"));
  CHECK(begins_lettered_item("(b) the plan", "the record."));
  CHECK_FALSE(begins_lettered_item("(b) of the Act", "under section 31"));
  CHECK_FALSE(begins_lettered_item("(one) the plan", "the record."));
  CHECK_FALSE(begins_lettered_item("(b)", "the record."));
  CHECK_FALSE(begins_lettered_item("a) the plan", "the record."));
}

TEST_CASE("a tab behind a bullet sets its text in", "[marks]") {
  CHECK(mark_of("\u2022\tLeaders know").bullet);
  CHECK(mark_of("\u2022\tLeaders know").length == 4);
  CHECK(mark_of("-\tLeaders").length == 2);
}

TEST_CASE("a number may end with a bracket", "[marks]") {
  CHECK(mark_of("12) Leaders know").number == "12");
  CHECK(mark_of("12) Leaders know").length == 4);
  for (const char* text : {"12)Leaders", "2018) Leaders", "12.) Leaders", ") Leaders"})
    CHECK(mark_of(text).length == 0);
}

TEST_CASE("a number without a full stop is one in front of a sentence", "[marks]") {
  const std::string sentence = "Leaders know their services well, and they act on what they find.";
  struct Case {
    const char* before;
    const char* number;
  };
  for (const Case& c : std::initializer_list<Case>{{"1.1 ", "1.1"},
                                                   {"2.12.3 ", "2.12.3"},
                                                   {"(14) ", "14"},
                                                   {"1.1. ", ""},
                                                   {"14 ", ""},
                                                   {"(1.4) ", ""},
                                                   {"1.1", ""},
                                                   {"(14)", ""},
                                                   {"1.4\t", ""},
                                                   {"", ""},
                                                   {"(14 ", ""},
                                                   {"1.1 (", ""},
                                                   {"1..1 a", ""},
                                                   {"1.1 per ", ""}}) {
    INFO(c.before);
    Mark mark = paragraph_number_of(c.before + sentence);
    CHECK(mark.number == c.number);
    CHECK(mark.length == (*c.number == 0 ? 0 : std::string(c.before).size()));
  }
  CHECK(paragraph_number_of("2.1 Adoption performance").length == 0);
  CHECK(paragraph_number_of("2.1 Adoption performance requires improvement and is not good yet")
            .length == 0);
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
