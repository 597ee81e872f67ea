// DOCX files as other programs than Word, and Word in its corners, write them.
#include "indexer/readers/reader.h"
#include "tests/support/catch.h"
#include "tests/support/tiny_docx.h"

#include <string>

namespace ofsearch {
namespace {

using test::docx_paragraph;
using test::make_docx;
using test::make_zip;
using Parts = std::vector<std::pair<std::string, std::string>>;

std::string printed(const Result<ReaderOutput>& document) {
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Line& line : document->pages.at(0).lines) {
    if (line.heading_level > 0) all += "h" + std::to_string(line.heading_level) + " ";
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

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
         "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string cell(const std::string& text) {
  return "<w:tc><w:tcPr/>" + docx_paragraph(text) + "</w:tc>";
}

std::string mark(const char* type) {
  return std::string("<w:r><w:fldChar w:fldCharType=\"") + type + "\"/></w:r>";
}

std::string instruction(const std::string& text) {
  return "<w:r><w:instrText>" + text + "</w:instrText></w:r>";
}

}  // namespace

TEST_CASE("rows and cells inside content controls are rows and cells", "[docx_reader]") {
  std::string row = "<w:tr>" + cell("Overall effectiveness") + cell("Inadequate") + "</w:tr>";
  auto control = [](const std::string& inside) {
    return "<w:sdt><w:sdtPr/><w:sdtContent>" + inside + "</w:sdtContent></w:sdt>";
  };
  const std::string expected = "Overall effectiveness | Inadequate\n";
  CHECK(docx("<w:tbl>" + control(row) + "</w:tbl>") == expected);
  CHECK(docx("<w:tbl>" + control(control(row)) + "</w:tbl>") == expected);
  CHECK(docx("<w:tbl><w:customXml>" + row + "</w:customXml></w:tbl>") == expected);
  CHECK(docx("<w:tbl><w:tr>" + cell("Overall effectiveness") + control(cell("Inadequate")) +
             "</w:tr></w:tbl>") == expected);
  CHECK(docx("<w:tbl><w:tr>" + cell("Overall effectiveness") + "<w:tc><w:p>" +
             control(run("Inadequate")) + "</w:p></w:tc></w:tr></w:tbl>") == expected);
}

TEST_CASE("a content control that nobody filled in says nothing", "[docx_reader]") {
  CHECK(docx("<w:p>" + run("Date: ") +
             "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
             run("Click to enter a date") + "</w:sdtContent></w:sdt></w:p>") == "Date:\n");
}

TEST_CASE("the main part is the one that the file names", "[docx_reader]") {
  auto file = [](const std::string& target, const std::string& part) {
    return make_zip(
        {{"_rels/.rels",
          "<Relationships><Relationship Id=\"r\" Type=\"http://x/"
          "officeDocument\" Target=\"" +
              target + "\"/></Relationships>"},
         {part, "<w:document><w:body>" + docx_paragraph("Words.") + "</w:body></w:document>"}});
  };
  CHECK(printed(read_docx(file("word/document2.xml", "word/document2.xml"), {})) == "Words.\n");
  CHECK(printed(read_docx(file("/word/document.xml", "word/document.xml"), {})) == "Words.\n");
  CHECK(printed(read_docx(file("main.xml", "main.xml"), {})) == "Words.\n");
  CHECK(printed(read_docx(file("gone.xml", "word/document.xml"), {})) == "Words.\n");
  CHECK(printed(read_docx(file("gone.xml", "other.xml"), {})) ==
        "error: the zip archive is no DOCX document");
}

TEST_CASE("elements are told by their namespace, not by their prefix", "[docx_reader]") {
  const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  auto file = [](const std::string& xml) {
    return printed(read_docx(make_zip({{"word/document.xml", xml}}), {}));
  };
  CHECK(file("<ns0:document xmlns:ns0='" + word +
             "'><ns0:body><ns0:p><ns0:pPr><ns0:outlineLvl ns0:val='1'/></ns0:pPr><ns0:r><ns0:t>A"
             "</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>") == "h2 A\n");
  CHECK(file("<document xmlns='" + word + "'><body><p><r><t>A</t></r></p></body></document>") ==
        "A\n");
  CHECK(file("<w:document xmlns:w='" + strict +
             "'><w:body><w:p><w:r><w:t>A</w:t></w:r></w:p></w:body></w:document>") == "A\n");
  CHECK(file("<x:document xmlns:x='" + word +
             "'><x:body><x:p xmlns:x='urn:other'/><x:p><x:r><x:t>A"
             "</x:t></x:r></x:p></x:body></x:document>") == "A\n");
}

TEST_CASE("a text box stands behind the sentence that holds it", "[docx_reader]") {
  std::string box = "<w:txbxContent>" + docx_paragraph("In a box.") + "</w:txbxContent>";
  auto sentence = [](const std::string& inside) {
    return "<w:p>" + run("A whole ") + "<w:r>" + inside + "</w:r>" + run("sentence.") + "</w:p>";
  };
  const std::string expected = "A whole sentence.\nIn a box.\n";
  CHECK(docx(sentence("<mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
                      "</mc:Fallback></mc:AlternateContent>")) == expected);
  CHECK(docx(sentence("<w:pict><v:shape><v:textbox>" + box + "</v:textbox></v:shape></w:pict>")) ==
        expected);
  CHECK(docx(sentence("<mc:AlternateContent><mc:Fallback>" + box +
                      "</mc:Fallback></mc:AlternateContent>")) == expected);
  CHECK(docx(sentence("<w:pict><w:txbxContent><w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" +
                      run("Heading") + "</w:p><w:tbl><w:tr>" + cell("Overall") + cell("Good") +
                      "</w:tr></w:tbl></w:txbxContent></w:pict>")) ==
        "A whole sentence.\nh1 Heading\nOverall | Good\n");
}

TEST_CASE("a table of one cell places its paragraphs", "[docx_reader]") {
  CHECK(docx("<w:tbl><w:tr><w:tc>" + docx_paragraph("One.") + docx_paragraph("Two.") +
             "</w:tc></w:tr></w:tbl>") == "One.\nTwo.\n");
  CHECK(docx("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" + docx_paragraph("One.") + "<w:tbl><w:tr>" +
             cell("Overall") + cell("Good") + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>") ==
        "One.\nOverall | Good\n");
  CHECK(docx("<w:tbl><w:tr><w:tc><w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + run("Heading") +
             "</w:p></w:tc></w:tr></w:tbl>") == "h1 Heading\n");
}

TEST_CASE("documents inside are read, or named where they cannot be", "[docx_reader]") {
  auto with = [](const std::string& name, const std::string& content, const std::string& target) {
    return read_docx(
        make_docx(docx_paragraph("Before.") + "<w:altChunk r:id=\"c\"/>" + docx_paragraph("After."),
                  {{"word/_rels/document.xml.rels",
                    "<Relationships><Relationship Id=\"c\" Type=\"http://x/aFChunk\" Target=\"" +
                        target + "\"/></Relationships>"},
                   {name, content}}),
        {});
  };
  auto html = with("word/chunk.html", "<html><body><h2>Part</h2><p>Inside.</p></body></html>",
                   "chunk.html");
  CHECK(printed(html) == "Before.\nh2 Part\nInside.\nAfter.\n");
  CHECK(html->warnings.empty());
  auto text = with("chunk.txt", "Inside.", "/chunk.txt");
  CHECK(printed(text) == "Before.\nInside.\nAfter.\n");
  auto picture = with("word/chunk.bin", "\x89PNG", "chunk.bin");
  CHECK(printed(picture) == "Before.\nAfter.\n");
  REQUIRE(picture->warnings.size() == 1);
  CHECK(picture->warnings[0].starts_with("a document inside it (word/chunk.bin) is not read: "));
  CHECK(with("word/other", "", "gone.html")->warnings.size() == 1);
  auto object = read_docx(make_docx("<w:p>" + run("Text.") +
                                    "<w:r><w:object><o:OLEObject "
                                    "ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>"),
                          {});
  CHECK(object->warnings ==
        std::vector<std::string>{"an embedded object (Excel.Sheet.12) is not read"});
}

TEST_CASE("a title that stands above the pages only is the file's title", "[docx_reader]") {
  auto title = [](const std::string& text) {
    auto document = read_docx(
        make_docx(docx_paragraph("Body."),
                  {{"word/_rels/document.xml.rels",
                    "<Relationships><Relationship Id=\"a\" Type=\"http://x/header\" "
                    "Target=\"header1.xml\"/><Relationship Id=\"b\" Type=\"http://x/header\" "
                    "Target=\"header2.xml\"/></Relationships>"},
                   {"word/header1.xml", "<w:hdr>" + docx_paragraph("Page 1 of 2") + "</w:hdr>"},
                   {"word/header2.xml", "<w:hdr>" + docx_paragraph(text) + "</w:hdr>"}}),
        {});
    REQUIRE(document);
    CHECK(printed(document) == "Body.\n");
    return document->declared_title;
  };
  CHECK(title("Focused visit to Loamshire children's services") ==
        "Focused visit to Loamshire children's services");
  CHECK(title("Page 2").empty());
  CHECK(title(std::string(300, 'x')).empty());
}

TEST_CASE("text that is struck out stays out", "[docx_reader]") {
  CHECK(docx("<w:p>" + run("Good ") + run("inadequate", "<w:strike/>") +
             run("poor", "<w:dstrike/>") + run("now", "<w:strike w:val=\"0\"/>") + "</w:p>") ==
        "Good now\n");
}

TEST_CASE("hidden text stays out", "[docx_reader]") {
  CHECK(docx("<w:p>" + run("Shown ") + run("hidden", "<w:vanish/>") +
             run("too", "<w:vanish w:val=\"0\"/>") + "</w:p>") == "Shown too\n");
  Parts styles = {{"word/styles.xml",
                   "<w:styles><w:style w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
                   "<w:style w:styleId=\"Based\"><w:basedOn w:val=\"H\"/></w:style></w:styles>"}};
  CHECK(docx("<w:p>" + run("Shown") + run("hidden", "<w:rStyle w:val=\"Based\"/>") + "</w:p>",
             styles) == "Shown\n");
  CHECK(docx(docx_paragraph("hidden", "<w:pStyle w:val=\"H\"/>") + docx_paragraph("Shown"),
             styles) == "Shown\n");
}

TEST_CASE("of a field its result is shown, once", "[docx_reader]") {
  CHECK(docx("<w:p>" + mark("begin") + instruction("PAGEREF x") + mark("separate") + run("7") +
             mark("end") + run(" pages") + "</w:p>") == "7 pages\n");
  // A field within the instruction of another.
  CHECK(docx("<w:p>" + mark("begin") + instruction("IF ") + mark("begin") + instruction("A") +
             mark("separate") + run("yes") + mark("end") + instruction(" = yes") +
             mark("separate") + run("shown") + mark("end") + "</w:p>") == "shown\n");
  // A result over several paragraphs, and one of the simple kind.
  CHECK(docx("<w:p>" + mark("begin") + instruction("TOC") + mark("separate") + run("One") +
             "</w:p><w:p>" + run("Two") + mark("end") + "</w:p><w:p><w:fldSimple>" + run("Three") +
             "</w:fldSimple></w:p>") == "One\nTwo\nThree\n");
}

TEST_CASE("raised numbers are footnotes", "[docx_reader]") {
  const std::string raised = "<w:vertAlign w:val=\"superscript\"/>";
  CHECK(docx("<w:p>" + run("schools") + run("3", raised) + run(" and homes") + run("*", raised) +
             "</w:p>") == "schools\u00B3 and homes\n");
  CHECK(docx("<w:p>" + run("the 1") + run("st", raised) + run(" of May") + "</w:p>") ==
        "the 1st of May\n");
  Parts styles = {{"word/styles.xml", "<w:styles><w:style w:styleId=\"F\"><w:rPr>" + raised +
                                          "</w:rPr></w:style></w:styles>"}};
  CHECK(docx("<w:p>" + run("plans") + run("12", "<w:rStyle w:val=\"F\"/>") + "</w:p>", styles) ==
        "plans\u00B9\u00B2\n");
}

}  // namespace ofsearch
