#include "indexer/generation/index_stats.h"

#include "tests/support/catch.h"

#include <nlohmann/json.hpp>

using namespace ofsearch;

TEST_CASE("Warnings are a line each, and folded to a terminal") {
  Json stats = {{"unreadable", {{{"path", "a b.pdf"}, {"reason", "it is empty"}}}},
                {"warnings", {"fix.csv:4: no report matches \"x\""}}};
  CHECK(format_warnings(stats, 0) == "a b.pdf: it is empty\nfix.csv:4: no report matches \"x\"\n");
  CHECK(format_warnings(stats, 20) ==
        "a b.pdf: it is empty\nfix.csv:4: no report\n  matches \"x\"\n");
}

TEST_CASE("That there is nothing to warn of is said") {
  CHECK(format_warnings(Json::object(), 0) == "no warnings\n");
}
