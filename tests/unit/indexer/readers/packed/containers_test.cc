// Formats that are containers of what other readers read: ODT, EPUB, MHT, EML; and RTF.
#include "indexer/readers/packed/message.h"
#include "indexer/readers/reader.h"
#include "tests/support/catch.h"
#include "tests/support/tiny_docx.h"
#include "tests/support/tiny_pdf.h"

#include <string>

namespace ofsearch {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string printed(const Result<ReaderOutput>& document) {
  if (!document) return "error: " + document.error().message;
  std::string all;
  int block = -1;
  for (const Page& page : document->pages)
    for (const Line& line : page.lines) {
      if (line.block == block) all += "+ ";
      block = line.block;
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

// ---- ODT ----------------------------------------------------------------------------------

std::string odt_file(const std::string& text, const std::string& styles = "") {
  const char* const names =
      " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
      " xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
      " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
      " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
      " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
      " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'";
  return test::make_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml", std::string("<office:document-content") + names +
                           "><office:automatic-styles>" + styles +
                           "</office:automatic-styles><office:body><office:text>" + text +
                           "</office:text></office:body>"
                           "</office:document-content>"}});
}

std::string odt(const std::string& text, const std::string& styles = "") {
  return printed(read_document(odt_file(text, styles), "a.odt"));
}

// ---- EPUB ---------------------------------------------------------------------------------

std::string epub(const Parts& pages, const std::string& spine, const std::string& items) {
  Parts parts = {{"mimetype", "application/epub+zip"},
                 {"META-INF/container.xml",
                  "<c:container xmlns:c='x'><c:rootfiles><c:rootfile full-path='OEBPS/book.opf'/>"
                  "</c:rootfiles></c:container>"},
                 {"OEBPS/book.opf",
                  "<package><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                  "<dc:title>A book</dc:title></metadata><manifest>" +
                      items + "</manifest><spine>" + spine + "</spine></package>"}};
  parts.insert(parts.end(), pages.begin(), pages.end());
  return test::make_zip(parts);
}

}  // namespace

TEST_CASE("ODT: headings, paragraphs, lists and rows", "[odt_reader]") {
  CHECK(
      odt("<t:h t:outline-level='2'>A <t:span>part</t:span></t:h><t:p>One<t:s t:c='2'/>two<t:tab/>"
          "three</t:p><t:p/><t:p>Four</t:p>") == "h2 A part\nOne two three\nFour\n");
  CHECK(odt("<t:list t:style-name='L'><t:list-item><t:p>one</t:p><t:list><t:list-item><t:p>in</t:p>"
            "</t:list-item></t:list></t:list-item><t:list-item><t:p>two</t:p><t:p>more</t:p>"
            "</t:list-item></t:list>",
            "<t:list-style style:name='L'><t:list-level-style-number t:level='1' "
            "style:num-format='1' t:start-value='4'/></t:list-style>") ==
        "- 4. one\n- in\n- 5. two\nmore\n");
  CHECK(odt("<t:list t:style-name='L'><t:list-item><t:p>one</t:p></t:list-item><t:list-item "
            "t:start-value='7'><t:p>two</t:p></t:list-item><t:list-item><t:p>three</t:p>"
            "</t:list-item></t:list>",
            "<t:list-style style:name='L'><t:list-level-style-number t:level='1' "
            "style:num-format='1'/></t:list-style>") == "- 1. one\n- 7. two\n- 8. three\n");
  CHECK(odt("<table:table><table:table-row><table:table-cell><t:p>Overall</t:p><t:p>effectiveness"
            "</t:p></table:table-cell><table:table-cell><t:p>Good</t:p></table:table-cell>"
            "</table:table-row><table:table-row><table:table-cell><t:p>One.</t:p><t:p>Two.</t:p>"
            "</table:table-cell><table:table-cell/></table:table-row></table:table>") ==
        "Overall effectiveness | Good\nOne.\nTwo.\n");
}

TEST_CASE("ODT: paragraphs that a table only places side by side are no row", "[odt_reader]") {
  const std::string left = "Children who need help receive it soon after a concern is raised.";
  const std::string right = "Children in care live in homes where they are settled and do well.";
  const std::string row = "<table:table-row><table:table-cell><t:p>" + left +
                          "</t:p></table:table-cell><table:table-cell><t:p>" + right +
                          "</t:p></table:table-cell></table:table-row>";
  CHECK(odt("<table:table>" + row + "</table:table>") == left + "\n" + right + "\n");
  // Two such rows are a table.
  CHECK(odt("<table:table>" + row + row + "</table:table>").find('|') != std::string::npos);
}

TEST_CASE("ODT: notes are raised, boxes stand apart, what is hidden stays out", "[odt_reader]") {
  CHECK(odt("<t:p>In schools<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>A note."
            "</t:p></t:note-body></t:note> and homes.</t:p><t:p>End.</t:p>") ==
        "In schools\u00B9 and homes.\nEnd.\nA note.\n");
  CHECK(odt("<t:p>A sen<draw:frame><draw:text-box><t:p>In a box.</t:p></draw:text-box></draw:frame>"
            "tence.</t:p>") == "A sentence.\nIn a box.\n");
  CHECK(odt("<t:tracked-changes><t:p>Deleted</t:p></t:tracked-changes><t:section t:display='none'>"
            "<t:p>Hidden</t:p></t:section><t:p t:style-name='B'>Bold"
            "<t:span t:style-name='S'>2</t:span></t:p>",
            "<style:style style:name='B' style:family='paragraph'><style:text-properties "
            "fo:font-weight='bold'/></style:style><style:style style:name='S' "
            "style:family='text'><style:text-properties style:text-position='super 58%'/>"
            "</style:style>") == "b Bold\u00B2\n");
  CHECK(odt("<t:p>Care is <t:span t:style-name='S'>poor</t:span>good.</t:p>",
            "<style:style style:name='S' style:family='text'><style:text-properties "
            "style:text-line-through-style='solid'/></style:style>") == "Care is good.\n");
  CHECK(odt("<broken").starts_with("error: the ODT file's content is not well-formed"));
}

TEST_CASE("EPUB: pages come in the order of the spine", "[epub_reader]") {
  Parts pages = {{"OEBPS/text/b.xhtml", "<html><body><h1>Second</h1><p>B</p></body></html>"},
                 {"OEBPS/text/a b.xhtml", "<html><body><h1>First</h1><p>A</p></body></html>"},
                 {"OEBPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"}};
  std::string items =
      "<item id='n' href='nav.xhtml' properties='nav'/><item id='b' href='text/b.xhtml'/>"
      "<item id='a' href='text/a%20b.xhtml'/><item id='c' href='missing.xhtml'/>";
  auto document = read_document(
      epub(pages, "<itemref idref='n'/><itemref idref='a'/><itemref idref='b'/>", items), "a.epub");
  CHECK(printed(document) == "h1 First\nA\nh1 Second\nB\n");
  CHECK(document->declared_title == "A book");
  CHECK(document->warnings.empty());
  document = read_document(epub(pages, "<itemref idref='c'/><itemref idref='a'/>", items), "x");
  CHECK(printed(document) == "h1 First\nA\n");
  CHECK(document->warnings.size() == 1);
  CHECK(printed(read_document(test::make_zip({{"mimetype", "application/epub+zip"}}), "a.epub")) ==
        "error: the EPUB file is broken");
}

TEST_CASE("EPUB: encrypted fonts hide nothing, encrypted pages all", "[epub_reader]") {
  auto with_encrypted = [](const std::string& part) {
    Parts pages = {
        {"OEBPS/a.xhtml", "<html><body><p>A</p></body></html>"},
        {"META-INF/encryption.xml",
         "<encryption><e:EncryptedData xmlns:e='x'><e:CipherData><e:CipherReference URI='" + part +
             "'/></e:CipherData></e:EncryptedData></encryption>"}};
    return printed(read_document(
        epub(pages, "<itemref idref='a'/>", "<item id='a' href='a.xhtml'/>"), "a.epub"));
  };
  CHECK(with_encrypted("OEBPS/fonts/one.otf") == "A\n");
  CHECK(with_encrypted("OEBPS/a.xhtml") == "error: the EPUB file is encrypted");
}

TEST_CASE("mail: the text, in whatever way it is packed", "[mime_reader]") {
  CHECK(printed(read_document("From: a@b.example\nSubject: Plans\nMIME-Version: 1.0\n"
                              "Content-Type: text/plain; charset=\"utf-8\"\n"
                              "Content-Transfer-Encoding: quoted-printable\n\n"
                              "Children=E2=80=99s plans are =\nseen.\n",
                              "a.eml")) == "Children\u2019s plans are seen.\n");
  CHECK(printed(read_document("From: a@b.example\r\nMIME-Version: 1.0\r\n"
                              "Content-Type: text/html; charset=windows-1252\r\n"
                              "Content-Transfer-Encoding: base64\r\n\r\n"
                              "PGgxPkE8L2gxPjxwPkNoaWxk\r\ncmVuknM8L3A+\r\n",
                              "mail")) == "h1 A\nChildren\u2019s\n");
  auto document = read_document(
      "From: a@b.example\nSubject: =?utf-8?B?UGxhbnM=?=\n =?utf-8?Q?_and_more?=\n"
      "MIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary=\"=_x\"\n\nPreamble\n--=_x\n"
      "Content-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain\n\nPlain\n"
      "--y\nContent-Type: text/html\n\n<h1>Heading</h1><p>Page</p>\n--y--\n--=_x\n"
      "Content-Type: application/pdf; name=report.pdf\nContent-Transfer-Encoding: base64\n\n"
      "JVBERi0=\n--=_x\nContent-Type: image/png; name=logo.png\n\nx\n--=_x--\nEnd\n",
      "a.eml");
  CHECK(printed(document) == "h1 Heading\nPage\n");
  CHECK(document->declared_title == "Plans and more");
  CHECK(document->warnings == std::vector<std::string>{"its attachment report.pdf is not read; "
                                                       "save it as a file of its own"});
}

TEST_CASE("mail: a letter sent with a few words is the document", "[mime_reader]") {
  auto mail = [](const std::string& words, const std::string& file) {
    return "From: a@b.example\nSubject: The letter\nMIME-Version: 1.0\n"
           "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n" +
           words + "\n--x\nContent-Type: application/octet-stream; name=\"letter.pdf\"\n\n" + file +
           "\n--x--\n";
  };
  std::string pdf = test::make_pdf({{{72, 100, "Dear Ms Brook, this letter says what we saw."}}});
  auto document = read_document(mail("See below.", pdf), "a.eml");
  CHECK(printed(document) == "Dear Ms Brook, this letter says what we saw.\n");
  CHECK(document->has_layout);
  CHECK(document->warnings ==
        std::vector<std::string>{
            "a message; what is read is its attachment letter.pdf, not its own words"});
  // Of a long message with a small file the message is the text, and the file is named.
  document = read_document(mail(std::string(90, 'a') + " and so on.", pdf), "a.eml");
  CHECK(printed(document).ends_with("and so on.\n"));
  CHECK(document->warnings == std::vector<std::string>{"its attachment letter.pdf is not read; "
                                                       "save it as a file of its own"});
  // A file that cannot be read leaves the message.
  CHECK(printed(read_document(mail("See below.", "%PDF-1.4 broken"), "a.eml")) == "See below.\n");
}

TEST_CASE("saved pages: the first part is the page", "[mime_reader]") {
  CHECK(
      printed(read_document("From: <Saved by a browser>\r\nSubject: A page\r\nMIME-Version: 1.0\r\n"
                            "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
                            "\tboundary=\"----B\"\r\n\r\n\r\n------B\r\nContent-Type: text/html\r\n"
                            "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body>"
                            "<p class=3D\"x\">One=20two.</p></body></html>\r\n------B\r\n"
                            "Content-Type: text/css\r\n\r\np{}\r\n------B--\r\n",
                            "a.mht")) == "One two.\n");
}

TEST_CASE("a message without text says so; odd ones end", "[mime_reader]") {
  CHECK(printed(read_document("From: a\nMIME-Version: 1.0\nContent-Type: image/png\n\nxyz",
                              "a.eml")) == "error: the message holds no text");
  std::string deep = "MIME-Version: 1.0\nFrom: a\nContent-Type: multipart/mixed; boundary=a\n\n";
  for (int i = 0; i < 2000; ++i) deep += "--a\nContent-Type: multipart/mixed; boundary=a\n\n";
  CHECK(printed(read_document(deep, "a.eml")).starts_with("error: "));
  CHECK(read_message("no head at all").parts.size() == 1);
  CHECK(read_message("").parts.size() == 1);
}

TEST_CASE("RTF: paragraphs, headings, rows and notes", "[rtf_reader]") {
  auto rtf = [](const std::string& body) {
    return printed(
        read_document("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}"
                      "{\\stylesheet{\\s1 heading 1;}{\\*\\cs2 Strong;}}"
                      "{\\info{\\title A title}{\\author Nobody}}" +
                          body + "}",
                      "a.rtf"));
  };
  CHECK(rtf("{\\pard\\s1 Heading\\par}\\pard Children\\'92s plans \\endash  \\u8220?seen\\u8221?"
            "\\par\\pard{\\b All bold}\\par") ==
        "h1 Heading\nChildren\u2019s plans \u2013 \u201Cseen\u201D\nb All bold\n");
  CHECK(rtf("\\trowd\\pard\\intbl Overall\\par effectiveness\\cell Good\\cell\\row\\pard "
            "Text\\par") == "Overall effectiveness | Good\nText\n");
  CHECK(rtf("In schools{\\super 1{\\footnote A note.}} and homes.{\\v hidden}\\par"
            "{\\header Head\\par}{\\*\\unknown what}{\\field{\\*\\fldinst PAGE}{\\fldrslt "
            "7}}\\par") == "In schools\u00B9 and homes.\n7\nA note.\n");
  CHECK(rtf("Care is {\\strike poor}{\\deleted bad}\\striked1 weak \\striked0 good.\\par") ==
        "Care is good.\n");
  CHECK(rtf("{\\pict 00ff}{\\b\\u-10179?\\u-8704?}\\{x\\}\\~y\\par") == "\U0001F600{x} y\n");
  CHECK(printed(read_rtf("{\\rtf1 unclosed {\\b words", {})) == "unclosed words\n");
  CHECK(printed(read_rtf(std::string(5000, '{'), {})).starts_with("error: "));
}

TEST_CASE("a text that is RTF is read as RTF", "[rtf_reader]") {
  CHECK(printed(read_document("{\\rtf1 Words\\par}", "a.txt")) == "Words\n");
}

}  // namespace ofsearch
