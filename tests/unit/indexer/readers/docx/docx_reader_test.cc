#include "indexer/readers/reader.h"
#include "tests/support/catch.h"
#include "tests/support/tiny_docx.h"

#include <limits>
#include <string>

namespace ofsearch {
namespace {

using test::docx_paragraph;
using test::make_docx;
using Parts = std::vector<std::pair<std::string, std::string>>;

std::string printed(const Result<ReaderOutput>& document) {
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Line& line : document->pages.at(0).lines) {
    if (line.heading_level > 0) all += "h" + std::to_string(line.heading_level) + " ";
    if (line.list_item) all += "- ";
    if (line.bold) all += "b ";
    std::string text = line.text;
    for (size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t'))
      text.replace(at, 1, " | ");
    all += text + "\n";
  }
  return all;
}

std::string docx(const std::string& body, Parts parts = {}) {
  return printed(read_docx(make_docx(body, std::move(parts)), {}));
}

std::string run(const std::string& text) {
  return "<w:r><w:t>" + text + "</w:t></w:r>";
}

std::string item(const std::string& text, int list, int level = 0) {
  return docx_paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                  "\"/><w:numId w:val=\"" + std::to_string(list) +
                                  "\"/></w:numPr>");
}

std::string level(int number, const std::string& format, const std::string& text, int start = 1) {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"" +
         std::to_string(start) + "\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" +
         text + "\"/></w:lvl>";
}

Parts numbering(const std::string& levels, const std::string& more = "") {
  return {{"word/numbering.xml", "<w:numbering><w:abstractNum w:abstractNumId=\"0\">" + levels +
                                     "</w:abstractNum><w:num w:numId=\"1\">"
                                     "<w:abstractNumId w:val=\"0\"/></w:num>" +
                                     more + "</w:numbering>"}};
}

const char* const kStyles =
    "<w:styles>"
    "<w:style w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
    "<w:style w:styleId=\"Own\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"H2\"/></w:style>"
    "<w:style w:styleId=\"Level\"><w:name w:val=\"Level\"/><w:pPr><w:outlineLvl w:val=\"2\"/>"
    "</w:pPr></w:style>"
    "<w:style w:styleId=\"Body\"><w:name w:val=\"Body\"/><w:pPr><w:outlineLvl w:val=\"9\"/>"
    "</w:pPr></w:style>"
    "<w:style w:styleId=\"Listed\"><w:name w:val=\"Listed\"/><w:pPr><w:numPr>"
    "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId=\"A\"><w:name w:val=\"A\"/><w:basedOn w:val=\"B\"/></w:style>"
    "<w:style w:styleId=\"B\"><w:name w:val=\"B\"/><w:basedOn w:val=\"A\"/></w:style>"
    "</w:styles>";

std::string styled(const std::string& style, const std::string& text) {
  return docx_paragraph(text, "<w:pStyle w:val=\"" + style + "\"/>");
}

}  // namespace

TEST_CASE("runs are joined with the spaces between them", "[docx_reader]") {
  CHECK(docx("<w:p><w:r><w:t>Area</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
             "<w:r><w:t>SEND</w:t></w:r><w:r><w:t xml:space=\"preserve\"> inspection</w:t></w:r>"
             "</w:p>") == "Area SEND inspection\n");
  CHECK(docx("<w:p>" + run("one") + "<w:r><w:tab/></w:r>" + run("two") + "<w:r><w:br/></w:r>" +
             run("multi") + "<w:r><w:noBreakHyphen/></w:r>" + run("agency") + "</w:p>") ==
        "one two\nmulti-agency\n");
}

TEST_CASE("links, fields and tracked insertions are text, deletions are not", "[docx_reader]") {
  CHECK(docx("<w:p><w:hyperlink>" + run("link ") + "</w:hyperlink><w:ins>" + run("new ") +
             "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
             "<w:r><w:instrText>PAGE</w:instrText></w:r>" +
             run("end") + "</w:p>") == "link new end\n");
}

TEST_CASE("a paragraph whose end was deleted goes on with the next", "[docx_reader]") {
  auto cut = [](const std::string& text) {
    return "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run(text) + "</w:p>";
  };
  CHECK(docx(cut("one ") + cut("two ") + docx_paragraph("three") + docx_paragraph("four")) ==
        "one two three\nfour\n");
  CHECK(docx(cut("one ") + "<w:tbl/>" + docx_paragraph("two")) == "one\ntwo\n");
  CHECK(docx(cut("last")) == "last\n");
}

TEST_CASE("paragraphs side by side in a table's only row are paragraphs", "[docx_reader]") {
  const std::string left = "Too many children wait for an assessment, some of them for weeks.",
                    right = "Supervision is regular, but it is not recorded in enough detail.";
  const std::string row = "<w:tr><w:tc>" + docx_paragraph(left) + "</w:tc><w:tc>" +
                          docx_paragraph(right) + "</w:tc></w:tr>";
  CHECK(docx("<w:tbl>" + row + "</w:tbl>") == left + "\n" + right + "\n");
  CHECK(docx("<w:tbl>" + row + row + "</w:tbl>") ==
        left + " | " + right + "\n" + left + " | " + right + "\n");
}

TEST_CASE("headings are told by style, also by one that a style is based on", "[docx_reader]") {
  Parts parts = {{"word/styles.xml", kStyles}};
  CHECK(docx(styled("Title", "one") + styled("H2", "two") + styled("Own", "three") +
                 styled("Level", "four") + styled("Body", "five") + styled("None", "six"),
             parts) == "h1 one\nh2 two\nh2 three\nh3 four\nfive\nsix\n");
  // Styles that are based on each other in a circle.
  CHECK(docx(styled("A", "one"), parts) == "one\n");
}

TEST_CASE("a heading's level is 1 to 6, whatever the file says", "[docx_reader]") {
  auto style = [](const std::string& name, const std::string& outline) {
    return Parts{{"word/styles.xml", "<w:styles><w:style w:styleId=\"A\"><w:name w:val=\"" + name +
                                         "\"/><w:pPr><w:outlineLvl w:val=\"" + outline +
                                         "\"/></w:pPr></w:style></w:styles>"}};
  };
  CHECK(docx(styled("A", "one"), style("heading 9", "8")) == "h6 one\n");
  CHECK(docx(styled("A", "one"), style("heading x", "9")) == "one\n");
  CHECK(docx(styled("A", "one"), style("own", "2147483647")) == "one\n");
  CHECK(docx(styled("A", "one"), style("own", "-2147483648")) == "one\n");
  CHECK(docx("<w:p><w:pPr><w:outlineLvl w:val=\"2147483647\"/></w:pPr>" + run("one") + "</w:p>") ==
        "one\n");
}

TEST_CASE("paragraphs all in bold are bold", "[docx_reader]") {
  std::string bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>";
  std::string off = "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>off</w:t></w:r>";
  CHECK(docx("<w:p>" + bold + "</w:p>") == "b bold\n");
  CHECK(docx("<w:p>" + bold + "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r></w:p>") ==
        "b bold\n");
  CHECK(docx("<w:p>" + bold + run("plain") + "</w:p>") == "boldplain\n");
  CHECK(docx("<w:p>" + off + "</w:p>") == "off\n");
}

TEST_CASE("items of numbered lists keep their numbers", "[docx_reader]") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case formats[] = {{"%1.", "- 1. one\n- 2. two\n"},
                          {"%1", "- 1. one\n- 2. two\n"},
                          {"%1)", "- 1. one\n- 2. two\n"},
                          {"(%1)", "- 1. one\n- 2. two\n"},
                          {"Area %1", "- Area 1 one\n- Area 2 two\n"}};
  for (const Case& each : formats) {
    INFO(each.text);
    CHECK(docx(item("one", 1) + item("two", 1), numbering(level(0, "decimal", each.text))) ==
          each.expected);
  }
  CHECK(docx(item("one", 1), numbering(level(0, "decimal", "%1.", 10))) == "- 10. one\n");
  for (int start : {std::numeric_limits<int>::max(), -1}) {
    INFO(start);
    CHECK(docx(item("one", 1) + item("two", 1), numbering(level(0, "decimal", "%1.", start))) ==
          "- 1. one\n- 2. two\n");
  }
  CHECK(docx(item("one", 1), numbering(level(0, "lowerLetter", "%1)"))) == "- a) one\n");
  CHECK(docx(item("one", 1), numbering(level(0, "bullet", "\uF0B7"))) == "- one\n");
  CHECK(docx(item("one", 7), numbering(level(0, "decimal", "%1."))) == "- one\n");
  CHECK(docx(item("one", 1)) == "- one\n");
}

TEST_CASE("inner levels count for themselves and begin again", "[docx_reader]") {
  Parts parts = numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."));
  CHECK(docx(item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1),
             parts) == "- 1. a\n- 1.1. b\n- 1.2. c\n- 2. d\n- 2.1. e\n");
  CHECK(docx(item("a", 1, 1), parts) == "- 1.1. a\n");
}

TEST_CASE("a list goes on behind text, and one with a start of its own begins there",
          "[docx_reader]") {
  std::string more =
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
      "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
      "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";
  CHECK(docx(item("a", 1) + docx_paragraph("text") + item("b", 1) + item("c", 2) + item("d", 3) +
                 item("e", 1),
             numbering(level(0, "decimal", "%1."), more)) ==
        "- 1. a\ntext\n- 2. b\n- 3. c\n- 5. d\n- 4. e\n");
}

TEST_CASE("a list may come with the style, and be taken back", "[docx_reader]") {
  Parts parts = numbering(level(0, "decimal", "%1."));
  parts.emplace_back("word/styles.xml", kStyles);
  CHECK(docx(styled("Listed", "one") +
                 docx_paragraph("two",
                                "<w:pStyle w:val=\"Listed\"/><w:numPr><w:numId w:val=\"0\"/>"
                                "</w:numPr>") +
                 styled("Listed", "three"),
             parts) == "- 1. one\ntwo\n- 2. three\n");
}

TEST_CASE("a style may be of its base's list, at a level of its own", "[docx_reader]") {
  Parts parts = numbering(level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"));
  parts.emplace_back(
      "word/styles.xml",
      "<w:styles><w:style w:styleId=\"Inner\"><w:basedOn w:val=\"Outer\"/><w:pPr><w:numPr>"
      "<w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Outer\"><w:pPr>"
      "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>");
  CHECK(docx(styled("Outer", "a") + styled("Inner", "b") + styled("Inner", "c") +
                 styled("Outer", "d"),
             parts) == "- 1. a\n- 1.1. b\n- 1.2. c\n- 2. d\n");
}

TEST_CASE("rows of tables are lines; one with a table in it places its parts", "[docx_reader]") {
  auto cell = [](const std::string& content) { return "<w:tc><w:tcPr/>" + content + "</w:tc>"; };
  CHECK(docx("<w:tbl><w:tr>" + cell(docx_paragraph("Judgement")) + cell(docx_paragraph("Grade")) +
             "</w:tr><w:tr>" + cell(docx_paragraph("Overall") + docx_paragraph("effectiveness")) +
             cell(docx_paragraph("Good")) + cell(docx_paragraph("")) + "</w:tr></w:tbl>") ==
        "Judgement | Grade\nOverall effectiveness | Good\n");
  CHECK(docx("<w:tbl><w:tr>" +
             cell("<w:tbl><w:tr>" + cell(docx_paragraph("inner")) + "</w:tr></w:tbl>") +
             cell(docx_paragraph("outer")) + "</w:tr></w:tbl>") == "inner\nouter\n");
}

TEST_CASE("notes and text in content controls are not lost", "[docx_reader]") {
  Parts parts = {{"word/footnotes.xml",
                  "<w:footnotes><w:footnote w:type=\"separator\"><w:p/>"
                  "</w:footnote><w:footnote>" +
                      docx_paragraph("a note") + "</w:footnote></w:footnotes>"}};
  CHECK(docx("<w:sdt><w:sdtContent>" + docx_paragraph("controlled") + "</w:sdtContent></w:sdt>",
             parts) == "controlled\na note\n");
}

TEST_CASE("archives that are no documents are refused in one sentence", "[docx_reader]") {
  std::string good = make_docx(docx_paragraph("text"));
  CHECK(printed(read_docx("PK\x03\x04 and nothing else", {})) == "error: the DOCX file is broken");
  CHECK(printed(read_docx(good.substr(0, good.size() / 2), {})) ==
        "error: the DOCX file is broken");
  CHECK(printed(read_docx(test::make_zip({{"other.txt", "text"}}), {})) ==
        "error: the zip archive is no DOCX document");
  CHECK(printed(read_docx(test::make_zip({{"EncryptedPackage", "x"}}), {})) ==
        "error: the DOCX file is encrypted");
  CHECK(printed(read_docx(test::make_zip({{"word/document.xml", "<w:document><w:body>"}}), {})) ==
        "error: the DOCX file's main part is not well-formed XML");
}

TEST_CASE("a DOCX over a limit is refused", "[docx_reader]") {
  ReaderLimits limits;
  limits.max_unpacked_bytes = 1000;
  CHECK_FALSE(read_docx(make_docx(docx_paragraph(std::string(5000, 'a'))), limits));
  std::string deep, end;
  for (int i = 0; i < 300; ++i) deep += "<w:ins>", end += "</w:ins>";
  CHECK(docx("<w:p>" + deep + run("text") + end + "</w:p>") ==
        "error: its elements lie more than 200 deep inside each other");
  CHECK(docx(deep + docx_paragraph("text") + end) ==
        "error: its elements lie more than 200 deep inside each other");
}

}  // namespace ofsearch
