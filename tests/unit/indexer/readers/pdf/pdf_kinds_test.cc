// PDF files with more, or less, than text on their pages.
#include "indexer/readers/pdf/page_quality.h"
#include "indexer/readers/reader.h"
#include "tests/support/catch.h"
#include "tests/support/tiny_pdf.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

// One file of these objects, numbered from 1; the first is the catalogue. Its table of objects is
// left to the reader.
std::string pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.7\n";
  for (size_t i = 0; i < objects.size(); ++i)
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  return pdf + "trailer << /Root 1 0 R >>\n%%EOF\n";
}

std::string stream(const std::string& content, const std::string& entries = "") {
  return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", content.size(), entries,
                     content);
}

const char* const kFont =
    "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont "
    "/Helvetica >> >> >>";

// A page (object 3) with this content (object 4); `catalogue` and `page` are further entries.
std::string one_page(const std::string& content, const std::string& catalogue = "",
                     const std::string& page = "", std::vector<std::string> more = {}) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {} {} >>",
                  kFont, page),
      stream(content)};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf_of(objects);
}

std::string at(double x, double y, const std::string& text) {
  return fmt::format("BT /F 12 Tf {} {} Td ({}) Tj ET\n", x, y, text);
}

std::string printed(const Result<ReaderOutput>& document) {
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Page& page : document->pages)
    for (const Line& line : page.lines) all += line.text + "\n";
  return all;
}

std::string read(const std::string& pdf) {
  return printed(read_document(pdf, "a.pdf"));
}

}  // namespace

TEST_CASE("filled fields stand where they are on the page", "[pdf_reader]") {
  auto field = [](const char* rect, const char* more) {
    return fmt::format("<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [{}] {} >>", rect,
                       more);
  };
  std::string text = at(60, 740, "Authority:") + at(60, 700, "Grade:") + at(60, 660, "End");
  CHECK(read(one_page(
            text, "/AcroForm << /Fields [5 0 R 6 0 R 7 0 R] >>", "/Annots [5 0 R 6 0 R 7 0 R]",
            {field("200 735 500 755", "/V (Loamshire)"), field("200 695 500 715", "/V (Good)"),
             field("200 655 500 675", "/V (Secret) /F 2")})) ==
        "Authority:\nLoamshire\nGrade:\nGood\nEnd\n");
  // In the row of its label, though its box is higher than a line.
  auto document = read_document(one_page(text, "/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]",
                                         {field("200 735 500 757", "/V (Loamshire)")}),
                                "a.pdf");
  REQUIRE(document);
  const std::vector<Line>& lines = document->pages.at(0).lines;
  CHECK(lines.at(1).text == "Loamshire");
  CHECK(lines.at(1).y0 == lines.at(0).y0);
}

TEST_CASE("notes on the page are read", "[pdf_reader]") {
  CHECK(read(one_page(at(60, 740, "Above") + at(60, 600, "Below"), "", "/Annots [5 0 R]",
                      {"<< /Type /Annot /Subtype /FreeText /Rect [60 660 300 690] /DA (/F 12 Tf) "
                       "/Contents (A note.) >>"})) == "Above\nA note.\nBelow\n");
}

TEST_CASE("what lies outside the page or in a hidden layer is not read", "[pdf_reader]") {
  CHECK(read(one_page(at(60, 740, "Shown") + at(700, 740, "Right") + at(60, -40, "Under"))) ==
        "Shown\n");
  CHECK(
      read(one_page(at(60, 740, "Shown") + "/OC /L BDC\n" + at(60, 700, "Hidden") + "EMC\n",
                    "/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] /Order [5 0 R] >> >>",
                    "/Resources << /Properties << /L 5 0 R >> /Font << /F << /Type /Font /Subtype "
                    "/Type1 /BaseFont /Helvetica >> >> >>",
                    {"<< /Type /OCG /Name (Layer) >>"}))
          .find("Hidden") == std::string::npos);
}

TEST_CASE("letters printed twice are read once", "[pdf_reader]") {
  CHECK(read(one_page(at(60, 740, "Overall grade") + at(60.4, 740, "Overall grade") +
                      at(60, 700, "Text"))) == "Overall grade\nText\n");
  std::string twice;
  double x = 60;
  for (auto [letter, width] : {std::pair("G", 9.3), {"o", 6.7}, {"o", 6.7}, {"d", 6.7}}) {
    twice += at(x, 740, letter) + at(x + 0.3, 740, letter);
    x += width;
  }
  CHECK(read(one_page(twice)) == "Good\n");
}

TEST_CASE("letters set apart make words", "[pdf_reader]") {
  CHECK(read(one_page("BT /F 12 Tf 6 Tc 60 740 Td (Children in care) Tj ET")) ==
        "Children in care\n");
  CHECK(read(one_page(at(60, 740, "C h i l d r e n   i n   c a r e"))) == "Children in care\n");
  CHECK(read(one_page(at(60, 740, "A B and C"))) == "A B and C\n");
}

TEST_CASE("pages that are pictures among pages of text are named", "[pdf_reader]") {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>",
                                      "<< /Type /Pages /Kids [3 0 R 5 0 R 7 0 R] /Count 3 >>"};
  for (std::string content :
       {at(60, 740, "Text of the first page"), std::string("60 60 99 99 re f"), std::string()}) {
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} "
                    "0 R {} >>",
                    objects.size() + 2, kFont));
    objects.push_back(stream(content));
  }
  auto document = read_document(pdf_of(objects), "a.pdf");
  REQUIRE(document);
  CHECK(document->warnings ==
        std::vector<std::string>{"page 2 of 3: a picture without text; read it with --ocr"});
}

TEST_CASE("containers and shells say what they are", "[pdf_reader]") {
  const std::string names =
      "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.pdf) /UF (a.pdf) >>] >> >>";
  CHECK(read(one_page(at(60, 740, "Open this in another program"), "/Collection << >> " + names)) ==
        "error: it is a PDF portfolio: the documents are files inside it (a.pdf)");
  CHECK(read(one_page(at(60, 740, "Please wait..."), "/AcroForm << /XFA (x) /Fields [] >>")) ==
        "error: it is an XFA form, whose pages only Adobe's programs can show");
  auto document = read_document(one_page(at(60, 740, "Text"), names), "a.pdf");
  CHECK(printed(document) == "Text\n");
  CHECK(document->warnings == std::vector<std::string>{"files attached to it are not read: a.pdf; "
                                                       "save them as files of their own"});
}

TEST_CASE("a page of characters without meaning is told from one of words", "[page_quality]") {
  auto page = [](const std::string& text) {
    Page made;
    made.lines.emplace_back();
    made.lines.back().text = text;
    return made;
  };
  std::string unknown, shifted, words, figures;
  for (int i = 0; i < 60; ++i) {
    unknown += "\uFFFD\uFFFD\uFFFD ";
    shifted += "7KH TXDOLW\\ RI ZRUN ";
    words += "The quality of work is good. ";
    figures += fmt::format("{} 12.5% ", i);
  }
  CHECK(is_unreadable(page(unknown)));
  CHECK(is_unreadable(page(shifted)));
  CHECK_FALSE(is_unreadable(page(words)));
  CHECK_FALSE(is_unreadable(page(figures)));
  CHECK_FALSE(is_unreadable(page("")));
  CHECK_FALSE(is_unreadable(page("\uFFFD The quality of work is good.")));
  CHECK(damaged_words({page("a\uFFFDb \uFFFD one ac\uFFFDons")}, 9) ==
        std::vector<std::string>{"a\uFFFDb", "ac\uFFFDons"});
  CHECK(number_list({3}) == "3");
  CHECK(number_list({3, 5}) == "3 and 5");
  CHECK(number_list({2, 3, 4, 7, 9, 10}) == "2 to 4, 7, 9 and 10");
}

}  // namespace ofsearch
