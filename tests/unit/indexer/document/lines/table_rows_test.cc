#include "indexer/document/lines/table_rows.h"

#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <string>

namespace ofsearch {
namespace {

// One line of the result a line, tabs as " | ".
std::string rows(std::string_view drawing) {
  std::string out;
  for (const Line& line : join_rows(test::draw({drawing}).pages[0].lines, 12)) {
    for (char c : line.text) out += c == '\t' ? std::string(" | ") : std::string(1, c);
    out += '\n';
  }
  return out;
}

Line cell(std::string text, double x, double y, int block = 1) {
  Line line;
  line.text = std::move(text);
  line.x0 = x;
  line.x1 = x + 6 * static_cast<double>(line.text.size());
  line.y0 = y;
  line.y1 = y + 14;
  line.font_size = 12;
  line.block = block;
  return line;
}

}  // namespace

TEST_CASE("label and grade on one line are the cells of a row", "[table_rows]") {
  CHECK(rows("Judgement                      Grade\n"
             "\n"
             "Overall effectiveness          Good\n") ==
        "Judgement | Grade\nOverall effectiveness | Good\n");
}

TEST_CASE("a label on two lines is one cell, its grade beside the first", "[table_rows]") {
  auto joined = join_rows({cell("The experiences and progress", 79, 200),
                           cell("of children in care", 79, 214), cell("Good", 395, 200)},
                          12);
  REQUIRE(joined.size() == 1);
  CHECK(joined[0].text == "The experiences and progress of children in care\tGood");
}

TEST_CASE("a label on two lines is one cell, its grade half way down", "[table_rows]") {
  auto joined =
      join_rows({cell("The experiences and progress", 79, 200),
                 cell("of children in care", 79, 214), cell("Requires improvement", 395, 207)},
                12);
  REQUIRE(joined.size() == 1);
  CHECK(joined[0].text == "The experiences and progress of children in care\tRequires improvement");
  CHECK(joined[0].y0 == 200);
  CHECK(joined[0].y1 == 228);
}

TEST_CASE("a grade on several lines stays together", "[table_rows]") {
  auto joined = join_rows({cell("The experiences of children", 79, 200), cell("in care", 79, 214),
                           cell("Requires", 395, 200), cell("improvement", 395, 214),
                           cell("to be good", 395, 228), cell("Next paragraph", 79, 262)},
                          12);
  REQUIRE(joined.size() == 2);
  CHECK(joined[0].text == "The experiences of children in care\tRequires improvement to be good");
  CHECK(joined[1].text == "Next paragraph");
}

TEST_CASE("text above a row is no part of its label", "[table_rows]") {
  auto joined = join_rows({cell("The judgements of this report are:", 79, 186, 1),
                           cell("Overall effectiveness", 79, 200, 2), cell("Good", 395, 200, 2)},
                          12);
  REQUIRE(joined.size() == 2);
  CHECK(joined[0].text == "The judgements of this report are:");
  CHECK(joined[1].text == "Overall effectiveness\tGood");
}

TEST_CASE("a number, a bullet and a footnote's number are no cells", "[table_rows]") {
  CHECK(rows("4.    Taxi drivers are vetted\n"
             "      by the licensing team.\n") ==
        "4. Taxi drivers are vetted\nby the licensing team.\n");
  CHECK(rows("\u2022    Visits are missed\n") == "\u2022 Visits are missed\n");
  CHECK(rows("~7    The Children Act 2004\n") == "7 The Children Act 2004\n");
}

TEST_CASE("the pieces of a line set wide are one line", "[table_rows]") {
  auto joined = join_rows({cell("Children looked", 79, 200), cell("after", 180, 200)}, 12);
  REQUIRE(joined.size() == 1);
  CHECK(joined[0].text == "Children looked after");
}

TEST_CASE("a narrow gap parts cells where other lines begin at the same place", "[table_rows]") {
  std::vector<Line> lines;
  for (int i = 0; i < 3; ++i) {
    lines.push_back(cell("A label of about this width", 79, 200 + 40 * i));
    lines.push_back(cell("Good", 79 + 6 * 27 + 10, 200 + 40 * i));
  }
  auto joined = join_rows(lines, 12);
  REQUIRE(joined.size() == 3);
  CHECK(joined[1].text == "A label of about this width\tGood");
}

TEST_CASE("columns of running text stay as they are", "[table_rows]") {
  std::vector<Line> lines;
  for (int i = 0; i < 8; ++i) lines.push_back(cell("left column of text", 70, 200 + 14 * i));
  for (int i = 0; i < 8; ++i) lines.push_back(cell("right column of text", 330, 200 + 14 * i));
  CHECK(join_rows(lines, 12).size() == lines.size());
}

TEST_CASE("a hyphen at the end of a cell's line joins without a space", "[table_rows]") {
  auto joined = join_rows(
      {cell("The multi-", 79, 200), cell("agency response", 79, 214), cell("Good", 395, 200)}, 12);
  REQUIRE(joined.size() == 1);
  CHECK(joined[0].text == "The multi-agency response\tGood");
}

TEST_CASE("no lines give no rows", "[table_rows]") {
  CHECK(join_rows({}, 12).empty());
}

}  // namespace ofsearch
