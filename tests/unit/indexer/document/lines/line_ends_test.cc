#include "indexer/document/lines/line_ends.h"

#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// Lines of one page, mended, one a line.
std::string mended(const std::vector<std::string>& lines) {
  std::vector<Page> pages(1);
  for (const std::string& text : lines) {
    Line line;
    line.text = text;
    pages[0].lines.push_back(line);
  }
  mend_line_ends(&pages);
  std::string all;
  for (const Line& line : pages[0].lines) all += line.text + "\n";
  return all;
}

}  // namespace

TEST_CASE("a soft hyphen at a line's end always joins", "[line_ends]") {
  CHECK(mended({"They co\u00AD", "ordinate work."}) == "They coordinate\nwork.\n");
  CHECK(mended({"the wallow\u00AD", "ing, they said"}) == "the wallowing,\nthey said\n");
  CHECK(mended({"the end\u00AD"}) == "the end\n");
  CHECK(mended({"zebra\u00AD", "crossing"}) == "zebracrossing\n");
}

TEST_CASE("a hyphen goes where the joined word is known", "[line_ends]") {
  for (std::string hyphen : {"-", "\u2010", "\u2011"}) {
    INFO(hyphen);
    // The document has the word elsewhere.
    CHECK(mended({"A zebrafish swims.", "Two zebra" + hyphen, "fish swim."}) ==
          "A zebrafish swims.\nTwo zebrafish\nswim.\n");
    CHECK(mended({"from 4 to 15 Novem" + hyphen, "ber 2022"}) == "from 4 to 15 November\n2022\n");
    // The word is a common one and its halves are none.
    CHECK(mended({"safe for chil" + hyphen, "dren in care"}) == "safe for children\nin care\n");
    // What is left of a broken word is none, though the other half is one.
    CHECK(mended({"wait for an assess" + hyphen, "ment of need"}) ==
          "wait for an assessment\nof need\n");
    // Compounds keep theirs, in the plain form.
    CHECK(mended({"the multi" + hyphen, "agency plan"}) == "the multi-\nagency plan\n");
    CHECK(mended({"a zebra-fish", "and zebrafish, a zebra" + hyphen, "fish"}) ==
          "a zebra-fish\nand zebrafish, a zebra-\nfish\n");
    CHECK(mended({"the short" + hyphen, "and long-term"}) == "the short-\nand long-term\n");
    CHECK(mended({"see Stoke" + hyphen, "Trent"}) == "see Stoke-\nTrent\n");
  }
}

TEST_CASE("a word that was broken once is mended within a line", "[line_ends]") {
  CHECK(mended({"the chil-dren and ser-vices that lead-ers know"}) ==
        "the children and services that leaders know\n");
  CHECK(mended({"co-ordinated multi-agency work, well-being, decision-making, follow-up"}) ==
        "co-ordinated multi-agency work, well-being, decision-making, follow-up\n");
}

TEST_CASE("the line below goes on, not the cell beside", "[line_ends]") {
  std::vector<Page> pages(1);
  auto add = [&](const char* text, double x0, double y0) {
    Line line;
    line.text = text;
    line.x0 = x0, line.x1 = x0 + 100, line.y0 = y0, line.y1 = y0 + 12, line.font_size = 12;
    pages[0].lines.push_back(line);
  };
  add("safe\u00AD", 50, 100);
  add("good", 300, 100);
  add("guarding", 50, 114);
  mend_line_ends(&pages);
  REQUIRE(pages[0].lines.size() == 2);
  CHECK(pages[0].lines[0].text == "safeguarding");
  CHECK(pages[0].lines[1].text == "good");
}

}  // namespace ofsearch
