// Web pages as programs and browsers save them.
#include "indexer/document/normaliser.h"
#include "indexer/readers/reader.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <random>
#include <string>

namespace ofsearch {
namespace {

// The paragraphs that the lines become, headings with "h" and their level; one a line.
std::string paragraphs(const std::string& page) {
  auto document = read_html(page, {});
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Paragraph& paragraph : normalise(std::move(*document)).paragraphs) {
    if (paragraph.kind == ParagraphKind::kHeading) all += "h ";
    if (paragraph.kind == ParagraphKind::kBullet) all += "- ";
    std::string text = paragraph.text;
    for (size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t'))
      text.replace(at, 1, " | ");
    all += text + "\n";
  }
  return all;
}

std::string body(const std::string& inside) {
  return "<!DOCTYPE html><html><head><title>T</title></head><body>" + inside + "</body></html>";
}

const std::string kTwoHeadings = "<h1>Loamshire</h1><h2>Leaders</h2>";

}  // namespace

TEST_CASE("what an accordion holds and its headings are text", "[html_reader]") {
  // A heading around a button, with the words of its toggle.
  CHECK(paragraphs(body("<h1>Report</h1><h2><button>Leadership<span class='x__section-toggle'>"
                        "<span>Show</span></span></button></h2>"
                        "<div hidden='until-found'><p>Leaders listen well.</p></div>")) ==
        "h Report\nh Leadership\nLeaders listen well.\n");
  // A button that says it opens a section.
  CHECK(paragraphs(body("<h1>Report</h1><button class='accordion-button collapsed' "
                        "aria-expanded=false>Leadership</button><div class=panel><p>Leaders listen "
                        "well.</p></div><button>Print</button>")) ==
        "h Report\nh Leadership\nLeaders listen well.\n");
  // Details with a summary, and one whose summary holds a heading.
  CHECK(paragraphs(body("<h1>Report</h1><details><summary>Leadership</summary><p>Leaders listen "
                        "well.</p></details><details><summary><h2>Care</h2></summary>Homes are "
                        "warm.</details>")) ==
        "h Report\nh Leadership\nLeaders listen well.\nh Care\nHomes are warm.\n");
  CHECK(paragraphs(body("<p>Shown.</p><p hidden>Hidden.</p><p hidden=hidden>Hidden.</p>"
                        "<template><p>Not yet.</p></template><noscript>No script.</noscript>")) ==
        "Shown.\n");
  CHECK(
      paragraphs(body("<p>Care is <s>poor</s> <strike>weak</strike> <del>bad</del> <ins>good</ins>."
                      "</p>")) == "Care is good.\n");
}

TEST_CASE("however lines are broken, paragraphs are the same", "[html_reader]") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const char* const words[] = {"children", "are",    "seen",    "by",     "workers", "who",
                               "know",     "plans",  "that",    "change", "homes",   "and",
                               "visits",   "within", "learned", "a",      "team"};
  struct Way {
    const char *open, *between, *close;
  };
  const Way ways[] = {{"<p>", "<br>", "</p>"},
                      {"<p>", "<br/>\n", "</p>"},
                      {"<p>", "</p><p>", "</p><p>&nbsp;</p>"},
                      {"<div>", "</div>\n<div>", "</div><div><br></div>"},
                      {"<pre>", "\n", "\n\n</pre>"}};
  for (int run = 0; run < 50; ++run) {
    std::vector<std::string> texts;
    for (int i = 0; i < 4; ++i) {
      std::string text = "The";
      size_t end = 180 + random() % 300;
      while (text.size() < end) text += fmt::format(" {}", words[random() % std::size(words)]);
      texts.push_back(text + " now.");
    }
    std::string expected = "h Loamshire\nh Leaders\n";
    for (const std::string& text : texts) expected += text + "\n";
    size_t width = 60 + random() % 50;
    for (const Way& way : ways) {
      std::string page = kTwoHeadings;
      for (const std::string& text : texts) {
        page += way.open;
        for (size_t begin = 0; begin < text.size();) {
          size_t end = text.size() - begin <= width ? text.size() : text.rfind(' ', begin + width);
          if (begin > 0) page += way.between;
          page += text.substr(begin, end - begin);
          begin = end + 1;
        }
        page += way.close;
      }
      INFO(page);
      CHECK(paragraphs(body(page)) == expected);
    }
  }
}

TEST_CASE("lines that are no wrapped ones stay apart", "[html_reader]") {
  CHECK(paragraphs(body(kTwoHeadings + "<p>Loamshire Council<br>County Hall<br>Ousebridge</p>")) ==
        "h Loamshire\nh Leaders\nLoamshire Council\nCounty Hall\nOusebridge\n");
  CHECK(paragraphs(body(kTwoHeadings + "<p>Overall: good<br>Leaders: good<br>Care: good</p>")) ==
        "h Loamshire\nh Leaders\nOverall: good\nLeaders: good\nCare: good\n");
  CHECK(paragraphs(
            body(kTwoHeadings + "<p>One paragraph of a page.</p><p>And the next one of it.</p>")) ==
        "h Loamshire\nh Leaders\nOne paragraph of a page.\nAnd the next one of it.\n");
}

TEST_CASE("elements of XHTML that close themselves hold nothing", "[html_reader]") {
  const std::string head = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head>";
  CHECK(paragraphs(head + "<script src='a.js'/><title/></head><body><p>Text.</p></body></html>") ==
        "Text.\n");
  CHECK(paragraphs(head + "</head><body><p>One.</p><iframe src=\"x\" /><textarea/><p>Two.</p>"
                          "</body></html>") == "One.\nTwo.\n");
  CHECK(paragraphs(head + "<style type='text/css'/></head><body><h1/><div/><p>One <i/>two.</p>"
                          "<a href=http://x/>three</a></body></html>") == "One two.\nthree\n");
  CHECK(paragraphs(body("<script>if (a < b) c = '<div/>' + '<script/>';</script><p>Text.</p>")) ==
        "Text.\n");
}

TEST_CASE("words of two blocks stay apart", "[html_reader]") {
  for (const char* tag : {"center", "fieldset", "form", "figure", "hgroup", "dialog open", "menu",
                          "address", "search", "section", "dl", "blockquote"}) {
    std::string open = fmt::format("<{}>", tag);
    std::string close =
        fmt::format("</{}>", std::string(tag).substr(0, std::string(tag).find(' ')));
    INFO(open);
    CHECK(paragraphs(body("<h1>A</h1><h2>B</h2>" + open + "one" + close + open + "two" + close +
                          "three")) == "h A\nh B\none\ntwo\nthree\n");
  }
}

TEST_CASE("raised numbers are footnotes and no part of the word", "[html_reader]") {
  CHECK(paragraphs(body("<p>In schools<sup>3</sup> and homes<sup><a href='#n1'>[12]</a></sup> we "
                        "met.</p>")) == "In schools\u00B3 and homes\u00B9\u00B2 we met.\n");
  CHECK(paragraphs(body("<p>On the 1<sup>st</sup> of May, children<sup>[footnote 2]</sup> "
                        "sang<sup>*</sup>.</p>")) == "On the 1st of May, children\u00B2 sang.\n");
  CHECK(paragraphs(body("<p>Plans<span style='vertical-align: super'>4</span> exist.</p>")) ==
        "Plans\u2074 exist.\n");
}

TEST_CASE("a page's own text is read, what stands around it is not", "[html_reader]") {
  CHECK(paragraphs(body("<div class='cookie-banner'><p>We use cookies.</p></div>"
                        "<a href='#content'>Skip to main content</a>"
                        "<header role=banner>Loamshire</header><ol class='breadcrumbs'><li>Home"
                        "</ol><h1>Report</h1><p>Text of the report.</p>"
                        "<div class='share-buttons'>Share this page</div>"
                        "<h2>Related content</h2><ul><li><a href=a>Another page</a></li></ul>")) ==
        "h Report\nText of the report.\n");
  CHECK(
      paragraphs(body("<main><p>First part.</p></main><aside>News</aside><main><p>Second part.</p>"
                      "</main>")) == "First part.\nSecond part.\n");
  CHECK(paragraphs(body("<article><p>First part.</p></article><article><p>Second part.</p>"
                        "</article>")) == "First part.\nSecond part.\n");
  CHECK(paragraphs(body("<div id='CybotCookiebotDialog'><p>We use them.</p></div>"
                        "<div role='dialog'><p>Please agree.</p></div>"
                        "<div class='site-nav'><p>Sport</p></div>"
                        "<h1>Report</h1><p>Text of the report.</p>")) ==
        "h Report\nText of the report.\n");
  // Names that only look like those of a banner.
  CHECK(paragraphs(body("<div class='page cookies-accepted has-sidebar'><h1>Report</h1><p>Text.</p>"
                        "</div><div class='social-care'><p>Care.</p></div>")) ==
        "h Report\nText.\nCare.\n");
  CHECK(
      paragraphs(body("<main></main><div id=app><p>A script put the text elsewhere.</p></div>")) ==
      "A script put the text elsewhere.\n");
}

TEST_CASE("tables that place the page are no rows", "[html_reader]") {
  const std::string left = "Too many children wait for an assessment, some of them for weeks.",
                    right = "Supervision is regular, but it is not recorded in enough detail.";
  const std::string row = "<tr><td>" + left + "</td><td>" + right + "</td></tr>";
  CHECK(paragraphs(body("<table>" + row + "</table>")) == left + "\n" + right + "\n");
  CHECK(paragraphs(body("<table>" + row + row + "</table>")) ==
        left + " | " + right + "\n" + left + " | " + right + "\n");
  CHECK(
      paragraphs(body("<table><tr><td><h1>Report</h1><p>One.</p><p>Two.</p></td></tr></table>")) ==
      "h Report\nOne.\nTwo.\n");
  CHECK(paragraphs(body("<table><tr><td>Menu</td><td><table><tr><td>Overall</td><td>Good</td></tr>"
                        "</table><p>Text.</p></td></tr></table>")) ==
        "h Menu\nOverall | Good\nText.\n");
}

TEST_CASE("pictures inside the page are no text", "[html_reader]") {
  ReaderLimits limits;
  limits.max_text_bytes = 1000;
  std::string picture = "<img src=\"data:image/png;base64," + std::string(5000, 'A') + "\">";
  auto document = read_html(body(picture + "<p>Text.</p>"), limits);
  REQUIRE(document);
  CHECK(document->pages.at(0).lines.at(0).text == "Text.");
}

TEST_CASE("a page of placed lines is read as the printed one", "[html_reader]") {
  std::string page = "<div style='width:595pt;height:842pt'>";
  for (int i = 0; i < 12; ++i)
    page += fmt::format(
        "<p style='top:{}pt;left:70pt'><span style='font-size:12pt'>{} line of text that fills its "
        "width</span></p>",
        100 + i * 14, i == 0 ? "The first" : "another");
  page += "<p style='top:500pt;left:70pt'>A new paragraph.</p></div>";
  auto document = read_html(body(page), {});
  REQUIRE(document);
  CHECK(document->has_layout);
  CHECK(document->pages.at(0).height == Approx(842).margin(1));
  std::string text = paragraphs(body(page));
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(text.ends_with("\nA new paragraph.\n"));
}

}  // namespace ofsearch
