#include "indexer/document/furniture.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

constexpr double kHeight = 842;

Line line_at(std::string text, double y, double size = 12) {
  Line line;
  line.text = std::move(text);
  line.x0 = 70;
  line.x1 = 70 + 6 * static_cast<double>(line.text.size());
  line.y0 = y;
  line.y1 = y + size * 1.2;
  line.font_size = size;
  return line;
}

const std::string kBody = "A line of the body that fills its measure from the left to the right";

// A page with lines of the body from 120 to 690 points and these lines besides.
Page page_with(int number, std::vector<Line> others) {
  Page page;
  page.number = number;
  page.width = 595;
  page.height = kHeight;
  page.lines = std::move(others);
  for (double y = 120; y <= 690; y += 30)
    page.lines.push_back(line_at(kBody + std::to_string(number), y));
  return page;
}

bool has(const std::vector<Page>& pages, const std::string& text) {
  for (const Page& page : pages)
    for (const Line& line : page.lines)
      if (line.text == text) return true;
  return false;
}

constexpr double kHead = 30, kFoot = 800;

}  // namespace

TEST_CASE("a sign that stands for a digit is no page number and stays", "[furniture]") {
  for (std::string sign : {"²", "¹²", "①", "３", "Page ²", "-②-"}) {
    INFO(sign);
    std::vector<Page> pages = {page_with(1, {line_at(sign, kFoot)}), page_with(2, {})};
    remove_furniture(&pages);
    CHECK(has(pages, sign));
  }
}

TEST_CASE("page numbers that count with the pages are taken out", "[furniture]") {
  struct Case {
    const char *first, *second, *third;
  };
  const Case forms[] = {{"1", "2", "3"},
                        {"Page 1", "Page 2", "Page 3"},
                        {"4", "5", "6"},
                        {"- 1 -", "- 2 -", "- 3 -"},
                        {"1 of 3", "2 of 3", "3 of 3"}};
  for (const Case& each : forms) {
    INFO(each.first);
    std::vector<Page> pages = {page_with(1, {line_at(each.first, kFoot)}),
                               page_with(2, {line_at(each.second, kFoot)}),
                               page_with(3, {line_at(each.third, kFoot)})};
    remove_furniture(&pages);
    CHECK_FALSE(has(pages, each.first));
    CHECK_FALSE(has(pages, each.second));
    CHECK_FALSE(has(pages, each.third));
  }
}

TEST_CASE("the number of a paragraph is no page number", "[furniture]") {
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i)
    pages.push_back(
        page_with(i, {line_at(std::to_string(i) + ".", 750), line_at(std::to_string(i), kFoot)}));
  remove_furniture(&pages);
  for (int i = 1; i <= 4; ++i) {
    CHECK(has(pages, std::to_string(i) + "."));
    CHECK_FALSE(has(pages, std::to_string(i)));
  }
}

TEST_CASE("a figure in the margin that does not count with the pages stays", "[furniture]") {
  std::vector<Page> pages = {page_with(1, {line_at("1", kFoot), line_at("47", 760)}),
                             page_with(2, {line_at("2", kFoot)}),
                             page_with(3, {line_at("3", kFoot)})};
  remove_furniture(&pages);
  CHECK(has(pages, "47"));
  CHECK_FALSE(has(pages, "2"));
}

TEST_CASE("running heads and footers are taken out and given back once", "[furniture]") {
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i)
    pages.push_back(page_with(i, {line_at("Inspection of Eastvale", kHead, 8),
                                  line_at("Report of March 202" + std::to_string(i), kFoot, 8)}));
  std::vector<Line> furniture = remove_furniture(&pages);
  CHECK(furniture.size() == 2);
  CHECK_FALSE(has(pages, "Inspection of Eastvale"));
  CHECK_FALSE(has(pages, "Report of March 2021"));
  CHECK(has(pages, kBody + "3"));
}

TEST_CASE("a grade at the foot of one page and the head of the next stays", "[furniture]") {
  for (std::string text : {"Good", "Requires improvement to be good", "Footer"}) {
    INFO(text);
    std::vector<Page> pages = {page_with(1, {line_at(text, kFoot)}),
                               page_with(2, {line_at(text, kHead)})};
    remove_furniture(&pages);
    CHECK(has(pages, text) == (text != "Footer"));
  }
}

TEST_CASE("a heading that begins a few of many pages stays", "[furniture]") {
  std::vector<Page> pages;
  for (int i = 1; i <= 10; ++i) {
    pages.push_back(page_with(i, {line_at(kBody, 75)}));
    if (i % 3 == 0) pages.back().lines[0] = line_at("Inspection findings", 75);
  }
  remove_furniture(&pages);
  CHECK(has(pages, "Inspection findings"));
}

TEST_CASE("a footer printed once goes when it repeats the first page in small type",
          "[furniture]") {
  Line footer = line_at("Inspection of Eastvale children's services", kFoot, 7);
  Page first = page_with(
      1, {line_at("Inspection of Eastvale", 110, 20), line_at("children's services", 130, 20)});
  SECTION("small type") {
    std::vector<Page> pages = {first, page_with(2, {footer})};
    CHECK(remove_furniture(&pages).size() == 1);
    CHECK_FALSE(has(pages, footer.text));
  }
  SECTION("the body's type") {
    footer.font_size = 12;
    std::vector<Page> pages = {first, page_with(2, {footer})};
    CHECK(remove_furniture(&pages).empty());
    CHECK(has(pages, footer.text));
  }
  SECTION("other words") {
    footer.text = "Inspection of Northmere children's services";
    std::vector<Page> pages = {first, page_with(2, {footer})};
    remove_furniture(&pages);
    CHECK(has(pages, footer.text));
  }
  SECTION("two words, which may be chance") {
    footer.text = "children's services";
    std::vector<Page> pages = {first, page_with(2, {footer})};
    remove_furniture(&pages);
    CHECK(has(pages, footer.text));
  }
}

TEST_CASE("what recurs in the middle of the pages stays", "[furniture]") {
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i) pages.push_back(page_with(i, {line_at("Recommendation", 400)}));
  CHECK(remove_furniture(&pages).empty());
  CHECK(has(pages, "Recommendation"));
}

TEST_CASE("text with form feeds has its furniture in the first and last lines", "[furniture]") {
  std::vector<Page> pages;
  for (int number = 1; number <= 3; ++number) {
    Page page;
    page.number = number;
    for (const std::string& text :
         {std::string("Board of Marlgate"), std::string("alpha"), std::string("beta"),
          std::string("gamma"), "own " + std::string(1, static_cast<char>('a' + number)),
          std::to_string(number)}) {
      Line line;
      line.text = text;
      page.lines.push_back(line);
    }
    pages.push_back(page);
  }
  remove_furniture(&pages);
  CHECK_FALSE(has(pages, "Board of Marlgate"));
  CHECK_FALSE(has(pages, "2"));
  CHECK(has(pages, "own b"));
}

TEST_CASE("stray page numbers of text without pages count one after the other", "[furniture]") {
  Page page;
  int block = 0;
  for (const char* text : {"first", "1", "second", "2", "third", "47", "fourth", "3"}) {
    Line line;
    line.text = text;
    line.block = ++block;
    page.lines.push_back(line);
  }
  std::vector<Page> pages = {page};
  remove_furniture(&pages);
  CHECK_FALSE(has(pages, "1"));
  CHECK_FALSE(has(pages, "2"));
  CHECK(has(pages, "47"));
  CHECK(has(pages, "third"));
}

TEST_CASE("documents without pages or lines pass", "[furniture]") {
  std::vector<Page> none;
  CHECK(remove_furniture(&none).empty());
  std::vector<Page> blank(3);
  CHECK(remove_furniture(&blank).empty());
}

}  // namespace ofsearch
