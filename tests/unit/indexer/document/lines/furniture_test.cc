#include "indexer/document/lines/furniture.h"

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

// Text without pages, each line between blank ones.
std::vector<Page> without_pages(const std::vector<std::string>& lines) {
  Page page;
  for (const std::string& text : lines) {
    Line line;
    line.text = text;
    line.block = static_cast<int>(page.lines.size()) + 1;
    page.lines.push_back(line);
  }
  return {page};
}

TEST_CASE("stray page numbers of text without pages count one after the other", "[furniture]") {
  const std::string text = "first " + std::string(700, 'x');
  std::vector<Page> pages =
      without_pages({text, "1", text, "2", "third", "47", text, "3", text, "4", "the end"});
  remove_furniture(&pages);
  for (const char* number : {"1", "2", "3", "4"}) CHECK_FALSE(has(pages, number));
  CHECK(has(pages, "47"));
  CHECK(has(pages, "third"));
}

TEST_CASE("the last page of text without pages may be short", "[furniture]") {
  const std::string text = "first " + std::string(2000, 'x');
  std::vector<Page> pages = without_pages({text, text, text, text, "4", "Yours, Ada Brook", "5"});
  remove_furniture(&pages);
  CHECK_FALSE(has(pages, "4"));
  CHECK_FALSE(has(pages, "5"));
}

TEST_CASE("numbers that follow one another in a table of contents are those of pages",
          "[furniture]") {
  const std::string text = "first " + std::string(3000, 'x');
  std::vector<Page> pages = without_pages(
      {text, "Contents", "Summary", "8", "Findings", "9", text, "Homes", "2", "Beds", "3", text});
  remove_furniture(&pages);
  for (const char* number : {"8", "9"}) CHECK_FALSE(has(pages, number));
  for (const char* figure : {"2", "3"}) CHECK(has(pages, figure));
}

TEST_CASE("page numbers that say so need no page of text", "[furniture]") {
  std::vector<Page> pages = without_pages({"first", "Page 1", "second", "Page 2", "third"});
  remove_furniture(&pages);
  CHECK_FALSE(has(pages, "Page 1"));
  CHECK_FALSE(has(pages, "Page 2"));
}

TEST_CASE("figures of text without pages that follow one another stay", "[furniture]") {
  const std::string text = "before " + std::string(3000, 'x');
  std::vector<Page> pages =
      without_pages({"Number of children in care", "412", "Number of care leavers", "413",
                     "Foster carers", "414", text, "Homes", "2", "Beds", "3", "Places", "4", text,
                     "Boys", "5 of 10", "Girls", "6 of 10", text});
  remove_furniture(&pages);
  for (const char* figure : {"412", "413", "414", "2", "3", "4", "5 of 10", "6 of 10"}) {
    INFO(figure);
    CHECK(has(pages, figure));
  }
}

TEST_CASE("a figure at the foot of the only page with a number stays", "[furniture]") {
  std::vector<Page> pages = {page_with(1, {line_at("412", kFoot)}), page_with(2, {}),
                             page_with(3, {})};
  remove_furniture(&pages);
  CHECK(has(pages, "412"));
  std::vector<Page> second = {page_with(1, {}), page_with(2, {line_at("2", kFoot)})};
  remove_furniture(&second);
  CHECK_FALSE(has(second, "2"));
}

TEST_CASE("documents without pages or lines pass", "[furniture]") {
  std::vector<Page> none;
  CHECK(remove_furniture(&none).empty());
  std::vector<Page> blank(3);
  CHECK(remove_furniture(&blank).empty());
}

}  // namespace ofsearch
