#include "indexer/readers/format.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

const std::string kPdf = "%PDF-1.7\n...";
const std::string kZip = "PK\x03\x04";

Format format_of(const std::string& bytes, const char* name) {
  return detect_format(bytes, name).format;
}

}  // namespace

TEST_CASE("a PDF is one whatever its name", "[format]") {
  for (const char* name :
       {"a.pdf", "report.pdf.1", "report.pdf?inline=true", "report.pdf.download", "report.ashx",
        "Inspection of St. Helens children's services", "12.03.2024 Norfolk", "v1.2",
        "licence.v2.pdf", "a.docx", "a.csv", "README"}) {
    INFO(name);
    CHECK(format_of(kPdf, name) == Format::kPdf);
  }
}

TEST_CASE("content tells the other formats that show in it", "[format]") {
  CHECK(format_of(kZip + "........mimetypeapplication/epub+zip", "x") == Format::kEpub);
  CHECK(format_of(kZip + "..mimetypeapplication/vnd.oasis.opendocument.text", "x.zip") ==
        Format::kOdt);
  CHECK(format_of(kZip + "..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "x.ods") ==
        Format::kNone);
  CHECK(format_of(kZip + "...word/document.xml", "x") == Format::kDocx);
  CHECK(format_of(kZip + "...xl/workbook.xml", "x.xlsx") == Format::kNone);
  for (const char* name : {"a.docx", "a.docm", "a.dotx", "a.DOTM", "a.docx.1"})
    CHECK(format_of(kZip + "...", name) == Format::kDocx);
  CHECK(format_of("{\\rtf1 Words}", "a.rtf") == Format::kRtf);
  for (const std::string& begin :
       {std::string("\x89PNG\r\n\x1A\n"), std::string("\xFF\xD8\xFF\xE0"), std::string("II*\0", 4),
        std::string("MM\0*", 4)})
    for (const char* name : {"a.tif", "a", "a.png"})
      CHECK(format_of(begin + "...", name) == Format::kPicture);
  CHECK(format_of("{\\rtf1 Words}", "a.txt") == Format::kRtf);
  CHECK(format_of("{\\rtf1 Words}", "a.doc") == Format::kRtf);
  CHECK(format_of("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\nWords", "a.txt") ==
        Format::kMime);
  CHECK(format_of("From: <Saved by a browser>\r\nContent-Type: multipart/related\r\n\r\n", "a") ==
        Format::kMime);
  CHECK(format_of("Subject: words\n\nDear all, no message.", "a.txt") == Format::kText);
  CHECK(format_of("<!doctype html><p>Words", "a.aspx") == Format::kHtml);
  CHECK(format_of("<!-- saved --> <html><p>Words", "a.doc") == Format::kHtml);
  CHECK(format_of("var page = '<html>'", "a.js") == Format::kNone);
}

TEST_CASE("endings are what stands behind the last dot, if it is one", "[format]") {
  CHECK(extension_of("a/b.c/report.PDF") == "pdf");
  CHECK(extension_of("report.pdf.1.download") == "pdf");
  CHECK(extension_of("report.html?page=2") == "html");
  CHECK(extension_of("v1.2") == "");
  CHECK(extension_of("St. Helens") == "");
  CHECK(extension_of("12.03.2024") == "");
  CHECK(extension_of(".hidden") == "");
  CHECK(extension_of("report") == "");
}

TEST_CASE("what is not read is said in a sentence", "[format]") {
  struct Case {
    const char *name, *bytes, *reason;
  };
  const Case cases[] = {
      {"a.msg", "x", "messages of Outlook (.msg) are not read"},
      {"a.xlsx", "PK\x03\x04", "spreadsheets are not read"},
      {"a.pptx", "PK\x03\x04", "presentations are not read"},
      {"a.zip", "PK\x03\x04", "archives are not read"},
      {"a", "PK\x03\x04", "archives are not read"},
      {"a.tif", "x", "pictures are not read"},
      {"a.webp", "RIFF", "pictures are not read"},
      {"a.php", "x", "files of type .php are not read"},
      {"a.aspx", "x", "files of type .aspx are not read"},
      {"a.doc", "x", "documents of Word 97 (.doc) and other old word processors are not read"},
      {"a", "x", "its content is of no known format and its name has no extension"},
      {"a.pdf", "x", "it is not a PDF, although its name says so"},
      {"a.pdf", "PK\x03\x04", "it is an archive saved under a .pdf name"},
      {"a.xml", "<?xml?><?mso-application progid=\"Word.Document\"?><a/>",
       "documents of Word in XML are not read"},
      {"a.xml", "<?xml?><a/>", "data and programs are not read"},
      {"a.docm", "x", "it is not a .docm file, although its name says so"},
      {"a.epub", "x", "it is not an .epub file, although its name says so"},
      {"LICENSE", "x", "it accompanies the collection (README, LICENSE and their kind)"},
  };
  for (const Case& each : cases) {
    INFO(each.name);
    FileKind kind = detect_format(each.bytes, each.name);
    CHECK(kind.format == Format::kNone);
    CHECK(kind.reason == each.reason);
  }
}

}  // namespace ofsearch
