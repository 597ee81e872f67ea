#include "common/text/nearest.h"

#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("the distance of two words counts edits and swaps", "[nearest]") {
  struct Case {
    const char *a, *b;
    int limit, expected;
  };
  const Case cases[] = {
      {"good", "good", 3, 0},  {"good", "god", 3, 1},
      {"good", "goods", 3, 1}, {"good", "gold", 3, 1},
      {"type", "tpye", 3, 1},  {"", "abc", 3, 3},
      {"abc", "", 3, 3},       {"abcdef", "uvwxyz", 2, 3},
      {"a", "abcdef", 2, 3},   {"ca", "abc", 3, 3},
      {"", "", 0, 0},
  };
  for (const Case& each : cases) {
    INFO(each.a << " " << each.b);
    CHECK(edit_distance(each.a, each.b, each.limit) == each.expected);
    CHECK(edit_distance(each.b, each.a, each.limit) == each.expected);
  }
}

TEST_CASE("the nearest choices come first and far ones not at all", "[nearest]") {
  const std::vector<std::string> choices = {"--grade", "--type", "--year", "--authority"};
  CHECK(nearest("--yaer", choices, 3) == std::vector<std::string>{"--year"});
  CHECK(nearest("--tpye", choices, 1) == std::vector<std::string>{"--type"});
  CHECK(nearest("--GRADE", choices, 1) == std::vector<std::string>{"--grade"});
  CHECK(nearest("--auth", choices, 3) == std::vector<std::string>{"--authority"});
  CHECK(nearest("--zzzzzzzz", choices, 3).empty());
  CHECK(nearest("--grade", choices, 0).empty());
  CHECK(nearest("", {}, 3).empty());
}

TEST_CASE("a choice of several words is near to one of them, behind whole choices", "[nearest]") {
  const std::vector<std::string> formats = {"text", "csv", "csv-excel", "xlsx"};
  CHECK(nearest("excel", formats, 3) == std::vector<std::string>{"csv-excel"});
  CHECK(nearest("exel", formats, 3) == std::vector<std::string>{"csv-excel"});
  CHECK(nearest("leaver", {"care-leavers", "leader"}, 3) ==
        std::vector<std::string>{"leader", "care-leavers"});
  CHECK(nearest("led", {"front-end", "well-led"}, 3).empty());
}

TEST_CASE("choices as near as each other keep their order", "[nearest]") {
  CHECK(nearest("bat", {"cat", "hat", "bat"}, 3) == std::vector<std::string>{"bat", "cat", "hat"});
}

TEST_CASE("lists are written as people say them", "[nearest]") {
  CHECK(list_in_words({}) == "");
  CHECK(list_in_words({"a"}) == "a");
  CHECK(list_in_words({"a", "b"}) == "a or b");
  CHECK(list_in_words({"a", "b", "c"}) == "a, b or c");
  CHECK(list_in_words({"a", "b", "c"}, "and") == "a, b and c");
}

}  // namespace ofsearch
