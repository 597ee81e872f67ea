#include "indexer/readers/tables/tick_columns.h"

#include "tests/support/catch.h"

#include <utility>
#include <vector>

namespace ofsearch {
namespace {

constexpr const char* kHead = "Judgement      Outstanding   Good   Requires      Inadequate\n";

std::string below_head(const std::string& rows) {
  return with_ticked_columns(kHead + rows);
}

Line line_at(double x, double y, std::string text) {
  Line line;
  line.x0 = x;
  line.x1 = x + 5.0 * static_cast<double>(text.size());
  line.y0 = y;
  line.y1 = y + 10;
  line.text = std::move(text);
  return line;
}

}  // namespace

TEST_CASE("a tick in a column of text is the grade above it", "[tick_columns]") {
  CHECK(below_head("                                   improvement\n"
                   "Leaders                        X\n"
                   "Help and                              ✓\n"
                   "protection\n"
                   "Care leavers   x\n"
                   "Care                                                x") ==
        "Judgement / Outstanding / Good / Requires / Inadequate\n"
        "\n"
        "Leaders                        Good\n"
        "Help and                              Requires improvement\n"
        "protection\n"
        "Care leavers   Outstanding\n"
        "Care                                                Inadequate");
}

TEST_CASE("what is no tick below one grade stays as it is", "[tick_columns]") {
  for (const char* row : {
           "Leaders                                       X",  // between two
           "Leaders        x              x",                  // two of them
           "x                              text",              // no label
           "Leaders                        •",                 // a bullet
           "The word x stands in a sentence here.",            //
           "Outstanding and good work is done here.",          //
       }) {
    INFO(row);
    CHECK(below_head(row) == kHead + std::string(row));
  }
  CHECK(with_ticked_columns("Good   Inadequate\nLeaders   x") == "Good   Inadequate\nLeaders   x");
  CHECK(with_ticked_columns("").empty());
}

TEST_CASE("a tick in a column of a page is the grade above it", "[tick_columns]") {
  Page page;
  page.lines = {line_at(50, 100, "Judgement"), line_at(200, 100, "Outstanding"),
                line_at(300, 100, "Good"),     line_at(400, 100, "Inadequate"),
                line_at(50, 120, "Leaders"),   line_at(310, 120, "\u2713"),
                line_at(50, 140, "Help"),      line_at(260, 140, "\u2713")};
  read_ticked_columns(&page);
  std::vector<std::string> texts;
  for (const Line& line : page.lines) texts.push_back(line.text);
  CHECK(texts == std::vector<std::string>{"Judgement", "Outstanding / Good / Inadequate", "Leaders",
                                          "Good", "Help", "\u2713"});
}

TEST_CASE("what is left of a tick without a letter is one if it is alone in its row",
          "[tick_columns]") {
  for (const char* left : {"\uFFFD", "\u00FC", "P"}) {
    INFO(left);
    Page page;
    page.lines = {line_at(200, 100, "Outstanding"), line_at(300, 100, "Good"),
                  line_at(400, 100, "Inadequate"),  line_at(50, 120, "Leaders"),
                  line_at(310, 120, left),          line_at(50, 140, "Help"),
                  line_at(210, 140, left),          line_at(310, 140, left),
                  line_at(50, 160, "Care"),         line_at(150, 160, left)};
    read_ticked_columns(&page);
    std::vector<std::string> texts;
    for (const Line& line : page.lines) texts.push_back(line.text);
    CHECK(texts == std::vector<std::string>{"Outstanding / Good / Inadequate", "Leaders", "Good",
                                            "Help", left, left, "Care", left});
  }
}

}  // namespace ofsearch
