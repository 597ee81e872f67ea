#include "searcher/command_line/saved_searches.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("A saved search is a name and arguments, parted as a shell does") {
  auto searches = parse_saved_searches(
      "# mine\n\nfostering: private fostering --year 2022..\n"
      "quoted: \"care leavers\" 'a \"phrase\"' --authority Kingston\\ upon\\ Hull ''\r\n",
      "searches");
  REQUIRE(searches);
  REQUIRE(searches->size() == 2);
  CHECK(searches->at(0).name == "fostering");
  CHECK(searches->at(0).arguments == Words{"private", "fostering", "--year", "2022.."});
  CHECK(searches->at(1).arguments ==
        Words{"care leavers", "a \"phrase\"", "--authority", "Kingston upon Hull", ""});
}

TEST_CASE("A saved search may have an apostrophe and a comment") {
  auto searches = parse_saved_searches(
      "\xEF\xBB\xBFvoice: children's voice # weekly\nparents: parents' \"a # b\"\n", "searches");
  REQUIRE(searches);
  REQUIRE(searches->size() == 2);
  CHECK(searches->at(0).name == "voice");
  CHECK(searches->at(0).arguments == Words{"children's", "voice"});
  CHECK(searches->at(1).arguments == Words{"parents'", "a # b"});
}

TEST_CASE("The command for more comes behind what the saved search says itself") {
  CHECK(command_for_more({"a", {"care", "--offset", "2"}}, "", "last-run", 3) ==
        "ofsearch --new-since last-run care --offset 2 --offset 3");
  CHECK(command_for_more({"a", {"care", "--", "-x"}}, "ix", "2020", 3) ==
        "ofsearch --db ix --new-since 2020 care --offset 3 -- -x");
}

TEST_CASE("A line that is no saved search is named") {
  struct Case {
    const char *text, *error;
  };
  for (const Case& each : {Case{"a: b\nno colon", "searches:2: no name and colon"},
                           Case{"a: 'b", "searches:1: a quote is not closed"},
                           Case{"a:   ", "searches:1: nothing to search for"}}) {
    auto searches = parse_saved_searches(each.text, "searches");
    REQUIRE_FALSE(searches);
    CHECK(searches.error().message == each.error);
  }
}

}  // namespace
}  // namespace ofsearch
