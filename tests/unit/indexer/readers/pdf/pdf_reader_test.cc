#include "indexer/readers/reader.h"
#include "tests/support/catch.h"
#include "tests/support/tiny_pdf.h"

#include <string>

namespace ofsearch {
namespace {

using test::make_pdf;
using test::PdfPage;

std::string text_of(const Result<ReaderOutput>& document) {
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Page& page : document->pages)
    for (const Line& line : page.lines) all += std::to_string(page.number) + " " + line.text + "\n";
  return all;
}

std::string read(const std::string& bytes, const ReaderLimits& limits = {}) {
  return text_of(read_document(bytes, "a.pdf", limits));
}

const PdfPage kFirst = {{72, 100, "Inspection of Eastvale", 20, true},
                        {72, 150, "Children are seen alone."}};
const PdfPage kSecond = {{72, 100, "Plans are clear to everybody."}};

}  // namespace

TEST_CASE("a PDF gives its lines with page, place, size and weight", "[pdf_reader]") {
  auto document = read_pdf(make_pdf({kFirst, kSecond}, {"A title", false}), {});
  REQUIRE(document);
  CHECK(document->format == "pdf");
  CHECK(document->has_layout);
  CHECK(document->hard_wrapped);
  CHECK(document->declared_title == "A title");
  REQUIRE(document->pages.size() == 2);
  const Page& page = document->pages[0];
  CHECK(page.number == 1);
  CHECK(page.width == Approx(595));
  CHECK(page.height == Approx(842));
  REQUIRE(page.lines.size() == 2);
  const Line& title = page.lines[0];
  CHECK(title.text == "Inspection of Eastvale");
  CHECK(title.font_size == Approx(20));
  CHECK(title.bold);
  CHECK(title.x0 == Approx(72).margin(2));
  CHECK(title.y0 < 100);
  CHECK(title.y1 > 100);
  CHECK_FALSE(page.lines[1].bold);
  CHECK(page.lines[1].block != title.block);
  CHECK(document->pages[1].lines.at(0).text == "Plans are clear to everybody.");
}

TEST_CASE("a head that is drawn behind the text of the page is read first", "[pdf_reader]") {
  const PdfPage letter = {{72, 300, "Leaders know their"},
                          {72, 320, "services well. As a"},
                          {72, 40, "Northmere House"},
                          {72, 55, "Telephone 0000 000"}};
  CHECK(read(make_pdf({letter, {{72, 40, "result, children are safer."}}})) ==
        "1 Northmere House\n1 Telephone 0000 000\n1 Leaders know their\n1 services well. As a\n"
        "2 result, children are safer.\n");
  // What stands beside or below other text stays where it is drawn.
  const PdfPage columns = {
      {72, 100, "Judgement"}, {72, 120, "Leaders"}, {300, 100, "Grade"}, {300, 120, "Good"}};
  CHECK(read(make_pdf({columns})) == "1 Judgement\n1 Leaders\n1 Grade\n1 Good\n");
}

TEST_CASE("a line's size is that of most of its characters", "[pdf_reader]") {
  auto document = read_pdf(
      make_pdf({{{72, 100, "o", 30}, {92, 100, "visits to children are missed", 12}}}), {});
  REQUIRE(document);
  REQUIRE(document->pages[0].lines.size() == 1);
  const Line& line = document->pages[0].lines[0];
  CHECK(line.font_size == Approx(12));
  CHECK(line.y1 - line.y0 < 20);
}

TEST_CASE("a raised number does not stick to the word before it", "[pdf_reader]") {
  CHECK(read(make_pdf({{{72, 100, "special schools", 12}, {153.4, 95, "3", 7}}})) ==
        "1 special schools\u00B3\n");
  // A small figure on the base line is a figure.
  CHECK(read(make_pdf({{{72, 100, "Section", 12}, {113, 100, "3", 7}}})) == "1 Section3\n");
}

TEST_CASE("a PDF without a text layer is refused with what to do", "[pdf_reader]") {
  auto document = read_document(make_pdf({{}, {}}), "a.pdf");
  REQUIRE_FALSE(document);
  CHECK(document.error().message == "it holds pictures of pages but no text");
  CHECK(document.error().hint == "read it with --ocr");
}

TEST_CASE("an encrypted PDF is refused", "[pdf_reader]") {
  CHECK(read(make_pdf({kFirst}, {"", true})) == "error: the PDF is encrypted and needs a password");
}

TEST_CASE("broken PDFs are refused, wherever they are cut", "[pdf_reader]") {
  std::string whole = make_pdf({kFirst, kSecond});
  CHECK(read("%PDF-1.4\nand nothing else") == "error: the PDF is broken");
  CHECK(read(make_pdf({})) == "error: the PDF is broken");
  size_t refused = 0;
  for (size_t part = 1; part < 20; ++part) {
    std::string cut = read(whole.substr(0, whole.size() * part / 20));
    INFO(part << ": " << cut);
    // A part of a report must not look whole.
    CHECK(cut.starts_with("error: "));
    refused += cut.starts_with("error: ") ? 1 : 0;
  }
  CHECK(refused == 19);
}

TEST_CASE("a PDF whose table of objects is wrong is still read whole", "[pdf_reader]") {
  std::string bytes = make_pdf({kFirst, kSecond});
  size_t table = bytes.find("startxref\n") + 10;
  bytes.replace(table, 3, "999");
  CHECK(read(bytes) ==
        "1 Inspection of Eastvale\n1 Children are seen alone.\n2 Plans are clear to everybody.\n");
}

TEST_CASE("a PDF over a limit is refused with the limit", "[pdf_reader]") {
  ReaderLimits pages;
  pages.max_pages = 1;
  CHECK(read(make_pdf({kFirst, kSecond}), pages) ==
        "error: the PDF has 2 pages, more than the 1 allowed");
  ReaderLimits text;
  text.max_text_bytes = 10;
  CHECK(read(make_pdf({kFirst}), text).starts_with("error: it holds more than"));
}

}  // namespace ofsearch
