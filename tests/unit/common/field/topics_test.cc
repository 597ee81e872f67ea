#include "common/field/topics.h"

#include "tests/support/catch.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Names = std::vector<std::string>;

bool speaks_of(std::string_view text, const std::string& topic) {
  const Names found = Topics::builtin().find(text);
  return std::ranges::find(found, topic) != found.end();
}

Topics parsed(std::string_view text) {
  auto topics = Topics::parse(text, "list");
  REQUIRE(topics);
  return *topics;
}

TEST_CASE("The list that the program carries has 60 to 100 topics") {
  CHECK(Topics::builtin().names().size() >= 60);
  CHECK(Topics::builtin().names().size() <= 100);
}

TEST_CASE("A passage speaks of the topics whose phrases it has, in any form of the words") {
  struct Case {
    const char *text, *topic;
    bool speaks;
  };
  for (const Case& each :
       {Case{"Children who are privately fostered are visited.", "private-fostering", true},
        Case{"Foster carers are well supported.", "private-fostering", false},
        Case{"Too many strategy discussions take place without health.", "strategy-discussions",
             true},
        Case{"Staff in the MASH make good decisions.", "front-door", true},
        Case{"The mash was lumpy.", "front-door", false},
        Case{"Care leavers live in suitable accommodation.", "care-leavers-housing", true},
        Case{"Social workers' caseloads are too high.", "caseloads", true},
        Case{"Return home interviews are not always held.", "missing-children", true},
        Case{"The weather was fine.", "neglect", false}}) {
    INFO(each.text);
    CHECK(speaks_of(each.text, each.topic) == each.speaks);
  }
}

TEST_CASE("Phrases asked for together must stand near each other, in either order") {
  const Topics topics = parsed("housing: leaver + tenancy\n");
  const std::string far = "A leaver" + std::string(60, ' ') +
                          " one two three four five six seven eight nine ten one two three four "
                          "five six seven eight nine ten eleven twelve of a tenancy.";
  CHECK(topics.find("Leavers hold a tenancy.") == Names{"housing"});
  CHECK(topics.find("A tenancy for each leaver.") == Names{"housing"});
  CHECK(topics.find("A leaver and a leaver.").empty());
  CHECK(topics.find(far).empty());
}

TEST_CASE("A list with a mistake names its line") {
  struct Case {
    const char *list, *error;
  };
  for (const Case& each : {Case{"a: b\na: c\n", "list:2: the topic a is there twice"},
                           Case{"no colon\n", "list:1: no topic and colon"},
                           Case{"a: b,\n  -- \n", "list:2: a phrase without words"},
                           Case{"  b, c\n", "list:1: phrases before the first topic"}}) {
    auto topics = Topics::parse(each.list, "list");
    REQUIRE_FALSE(topics);
    CHECK(topics.error().message == each.error);
  }
}

}  // namespace
}  // namespace ofsearch
