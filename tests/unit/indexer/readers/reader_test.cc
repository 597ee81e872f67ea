#include "indexer/readers/reader.h"

#include "tests/support/catch.h"
#include "tests/support/tiny_docx.h"
#include "tests/support/tiny_pdf.h"

#include <string>

namespace ofsearch {
namespace {

const std::string kHtml = "<!DOCTYPE html><html><body><p>Words of a page.</p></body></html>";

std::string format_of(const std::string& bytes, const char* name) {
  auto document = read_document(bytes, name);
  return document ? document->format : "error: " + document.error().message;
}

}  // namespace

TEST_CASE("the content tells the format before the name does", "[reader]") {
  std::string pdf = test::make_pdf({{{72, 100, "Words of a report."}}});
  std::string docx = test::make_docx(test::docx_paragraph("Words of a report."));
  CHECK(format_of(pdf, "a.pdf") == "pdf");
  CHECK(format_of(pdf, "download") == "pdf");
  CHECK(format_of(pdf, "a.txt") == "pdf");
  CHECK(format_of("\n\n" + pdf, "a.pdf") == "pdf");
  CHECK(format_of(docx, "a.docx") == "docx");
  CHECK(format_of(docx, "a.pdf") == "docx");
  CHECK(format_of("{\\rtf1 Words of a report.}", "a.pdf") == "rtf");
  CHECK(format_of(docx, "download") == "docx");
  CHECK(format_of(kHtml, "a.html") == "html");
  CHECK(format_of(kHtml, "download") == "html");
  CHECK(format_of(kHtml, "a.txt") == "html");
  CHECK(format_of("Words of a report.", "a.txt") == "text");
  CHECK(format_of("# Words\n\nof a report.", "a.md") == "markdown");
}

TEST_CASE("a file that is not what its name says is refused in one sentence", "[reader]") {
  std::string docx = test::make_docx(test::docx_paragraph("Words of a report."));
  CHECK(format_of(kHtml, "a.pdf") ==
        "error: it is a web page saved under a .pdf name, not a report");
  CHECK(format_of("Words.", "a.pdf") == "error: it is not a PDF, although its name says so");
  CHECK(format_of("Words.", "a.docx") == "error: it is not a DOCX file, although its name says so");
  CHECK(format_of("Words.", "a.rtf") == "error: it is not an .rtf file, although its name says so");
  CHECK(format_of("Words.", "download").starts_with("error: its content is of no known format"));
}

TEST_CASE("files without bytes, without text or over a limit are refused", "[reader]") {
  CHECK(format_of("", "a.pdf") == "error: the file is empty");
  CHECK(format_of("", "a.txt") == "error: the file is empty");
  CHECK(format_of(" \n\n\t ", "a.txt") == "error: it holds no text");
  CHECK(format_of("<html><body><nav>Home</nav></body></html>", "a.html") ==
        "error: it holds no text");
  CHECK(format_of(test::make_docx(""), "a.docx") == "error: it holds no text");
  ReaderLimits limits;
  limits.max_file_bytes = 10;
  auto large = read_document("more than ten bytes", "a.txt", limits);
  REQUIRE_FALSE(large);
  CHECK(large.error().code == ErrorCode::kUnreadable);
  CHECK(large.error().message.find("allowed") != std::string::npos);
}

TEST_CASE("every refusal says what to do", "[reader]") {
  for (auto [bytes, name] : {std::pair<std::string, const char*>{"", "a.pdf"},
                             {kHtml, "a.pdf"},
                             {"Words.", "a.docx"},
                             {"Words.", "a.rtf"},
                             {" ", "a.txt"}}) {
    auto document = read_document(bytes, name);
    REQUIRE_FALSE(document);
    CHECK_FALSE(document.error().hint.empty());
    CHECK(document.error().message.back() != '.');
  }
}

}  // namespace ofsearch
