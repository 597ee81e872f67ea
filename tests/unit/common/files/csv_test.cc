#include "common/files/csv.h"

#include "tests/support/catch.h"

#include <random>

namespace ofsearch {
namespace {

TEST_CASE("cells hold commas, line ends and quotes; rows know their line") {
  auto rows = read_csv(
      "\xEF\xBB\xBF"
      "a, b ,\"c,\r\n\"\"d\"\"\"\r\n\r\n , \nx",
      "t.csv");
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[0].cells == std::vector<std::string>{"a", "b", "c,\r\n\"d\""});
  CHECK((*rows)[1].cells == std::vector<std::string>{"x"});
  CHECK((*rows)[1].line == 5);
}

TEST_CASE("a quote that never closes is named by its line") {
  auto rows = read_csv("a\n\"b\nc", "t.csv");
  REQUIRE_FALSE(rows);
  CHECK(rows.error().message == "t.csv:2: a quote is opened and never closed");
}

TEST_CASE("what is written is read, at random") {
  unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  constexpr std::string_view kSigns = "ab,\"\n\r x";
  for (int i = 0; i < 500; ++i) {
    std::vector<std::string> cells(1 + random() % 4);
    for (std::string& cell : cells) {
      cell = "k";  // neither empty nor with spaces at its ends, which a bare cell loses
      for (unsigned n = random() % 6; n > 0; --n) cell.push_back(kSigns[random() % kSigns.size()]);
      cell.push_back('k');
    }
    auto rows = read_csv(csv_line(cells), "t.csv");
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK((*rows)[0].cells == cells);
  }
}

TEST_CASE("what looks like a formula is text") {
  CHECK(csv_line({"=1+1", "+", "-x", "@y", "1-2", ""}) == "'=1+1,'+,'-x,'@y,1-2,\r\n");
  CHECK(csv_line({" =1+1", "  -x", " 1-2", " "}) == "' =1+1,'  -x, 1-2, \r\n");
  // A file may begin with a byte order mark, which is no part of its first cell.
  const std::string mark = "\xEF\xBB\xBF";
  for (const std::string& cell : {mark + "=1+1", mark + mark + " =1+1"}) {
    auto rows = read_csv(csv_line({cell}), "t.csv");
    REQUIRE(rows);
    CHECK((*rows)[0].cells[0].starts_with('\''));
  }
}

}  // namespace
}  // namespace ofsearch
