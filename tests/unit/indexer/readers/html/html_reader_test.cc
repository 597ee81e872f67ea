#include "indexer/readers/reader.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

// "h2 text", "- text" for items, tabs as " | "; one line a line.
std::string printed(const Result<ReaderOutput>& document) {
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Line& line : document->pages.at(0).lines) {
    if (line.heading_level > 0) all += "h" + std::to_string(line.heading_level) + " ";
    if (line.list_item) all += "- ";
    std::string text = line.text;
    for (size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t'))
      text.replace(at, 1, " | ");
    all += text + "\n";
  }
  return all;
}

std::string html(const std::string& body) {
  return printed(read_html("<html><body>" + body + "</body></html>", {}));
}

}  // namespace

TEST_CASE("headings, paragraphs and line breaks are lines", "[html_reader]") {
  CHECK(html("<h1>Title</h1><p>One <em>and</em>\n two</p><div>Three<br>Four</div><h3>Five</h3>") ==
        "h1 Title\nOne and two\nThree\nFour\nh3 Five\n");
  CHECK(html("<h2><span><div>Inside</div></span></h2><p>Text</p>") == "h2 Inside\nText\n");
}

TEST_CASE("navigation, scripts, controls and footers are left out", "[html_reader]") {
  CHECK(html("<nav>Home</nav><script>code</script><style>p{}</style><p>Text</p>"
             "<label>Search</label><button>Go</button><aside>Related</aside>"
             "<footer>Contact</footer><p hidden>Secret</p>") == "Text\n");
}

TEST_CASE("a form around the whole page does not hide its text", "[html_reader]") {
  CHECK(html("<form action=x><p>One</p><p>Two</p></form>") == "One\nTwo\n");
  CHECK(html("<form action=x><p>One</p><p>Two</p>") == "One\nTwo\n");
}

TEST_CASE("the main element holds the article and nothing else", "[html_reader]") {
  CHECK(html("<p>Banner</p><main><p>Text</p></main><p>More news</p>") == "Text\n");
}

TEST_CASE("a heading above the main element is the page's where the page's title begins with it",
          "[html_reader]") {
  auto page = [](const std::string& title, const std::string& heading, const std::string& main) {
    return "<html><head><title>" + title + "</title></head><body><header><h1>" + heading +
           "</h1><p>Search</p></header><main>" + main + "</main></body></html>";
  };
  const std::string inspection = "Inspection of Loamshire children's services";
  CHECK(printed(read_html(page(inspection + " - Loamshire", inspection, "<p>Text</p>"), {})) ==
        "h1 " + inspection + "\nText\n");
  // The site's name; a main element that has its own.
  CHECK(printed(read_html(
            page("News - Loamshire County Council", "Loamshire County Council", "<p>Text</p>"),
            {})) == "Text\n");
  CHECK(printed(read_html(page(inspection, inspection, "<h1>Findings</h1><p>Text</p>"), {})) ==
        "h1 Findings\nText\n");
}

TEST_CASE("items keep the numbers of ordered lists", "[html_reader]") {
  struct Case {
    const char *body, *expected;
  };
  const Case cases[] = {
      {"<ul><li>one<li>two</ul>", "- one\n- two\n"},
      {"<ol><li>one<li>two</ol>", "- 1. one\n- 2. two\n"},
      {"<ol start=10><li>one<li>two</ol>", "- 10. one\n- 11. two\n"},
      {"<ol><li>one<li value=5>five<li>six</ol>", "- 1. one\n- 5. five\n- 6. six\n"},
      {"<ol reversed><li>one<li>two<li>three</ol>", "- 3. one\n- 2. two\n- 1. three\n"},
      {"<ol type=a><li>one<li>two</ol>", "- a. one\n- b. two\n"},
      {"<ol type=I start=4><li>one</ol>", "- IV. one\n"},
      {"<ol start=3><li>one<ul><li>inner</ul><li>two</ol>", "- 3. one\n- inner\n- 4. two\n"},
      {"<ol><li>one<ol><li>inner</ol><li>two</ol>", "- 1. one\n- 1. inner\n- 2. two\n"},
      {"<ol><li><p>one</p><p>more</p><li>two</ol>", "- 1. one\nmore\n- 2. two\n"},
      {"<ol><li></li><li>two</ol><p>text</p>", "- 2. two\ntext\n"},
      {"<ol start=x><li>one</ol>", "- 1. one\n"},
      {"<li>stray</li>", "- stray\n"},
      {"<ol start=2147483647><li>one<li>two</ol>", "- 1. one\n- 2. two\n"},
      {"<ol reversed><li value=-2147483648>one</ol>", "- 1. one\n"},
  };
  for (const Case& each : cases) {
    INFO(each.body);
    CHECK(html(each.body) == each.expected);
  }
}

TEST_CASE("the cells of a row are parted by tabs", "[html_reader]") {
  CHECK(html("<table><tr><th>Judgement</th><th>Grade</th></tr>"
             "<tr><td><p>Overall</p><p>effectiveness</p></td><td> Good </td><td></td></tr></table>"
             "<p>Text</p>") == "Judgement | Grade\nOverall effectiveness | Good\nText\n");
}

TEST_CASE("entities and odd markup come out as text", "[html_reader]") {
  CHECK(html("<p>Children&rsquo;s &amp; families&nbsp;first<p>unclosed") ==
        "Children\u2019s & families first\nunclosed\n");
  CHECK(html("") == "");
}

TEST_CASE("elements that close themselves may be many", "[html_reader]") {
  std::string body;
  for (int i = 0; i < 5000; ++i) body += "<p>a<br><IMG src=x><LI>b</b>";
  CHECK(html(body).size() > 5000);
  std::string script;
  for (int i = 0; i < 5000; ++i) script += "if(a<b)c='<div>';";
  CHECK(html("<script>" + script + "</script><!--" + script + "--><p>text") == "text\n");
}

TEST_CASE("the page's title is what the file declares", "[html_reader]") {
  auto document = read_html("<title>A  page</title><p>Text", {});
  REQUIRE(document);
  CHECK(document->declared_title == "A page");
  CHECK(document->format == "html");
  CHECK_FALSE(document->has_layout);
}

TEST_CASE("elements too deep inside each other and too much text are refused", "[html_reader]") {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<div>";
  CHECK(html(deep + "text") == "error: its elements lie more than 200 deep inside each other");
  // Refused before they are parsed, which would take minutes.
  for (const char* tag : {"<span>", "<b>", "<table>", "<x-y>"}) {
    INFO(tag);
    std::string many;
    for (int i = 0; i < 200'000; ++i) many += tag;
    CHECK(html(many + "text") == "error: its elements lie more than 200 deep inside each other");
  }
  ReaderLimits limits;
  limits.max_text_bytes = 10;
  CHECK_FALSE(read_html("<p>more than ten bytes</p>", limits));
}

}  // namespace ofsearch
