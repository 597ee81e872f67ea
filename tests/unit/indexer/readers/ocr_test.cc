// Scanned pages. Where Tesseract is not installed, only what is said then is tested.
#include "indexer/readers/ocr.h"

#include "common/process/sandbox.h"
#include "common/text/text.h"
#include "indexer/readers/reader.h"
#include "indexer/workers/reading.h"
#include "tests/support/catch.h"
#include "tests/support/in_child.h"
#include "tests/support/scanned_pdf.h"
#include "tests/support/skipped.h"
#include "tests/support/tiny_pdf.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>

namespace ofsearch {
namespace {

using test::make_pdf;
using test::scanned;

const std::vector<test::PdfText> kTitle = {
    {72, 100, "Loamshire County Council", 20, true},
    {72, 140, "Focused visit to Loamshire", 16, true},
    {72, 180, "Social workers know the children whom they visit well."},
    {72, 194, "Managers read the records of each child every month."},
    {72, 240, "Children who need help wait too long for a plan."}};

// Null where there is no Tesseract.
const Ocr* ocr() {
  auto loaded = Ocr::load();
  if (loaded) return *loaded;
  test::skip(loaded.error().text());
  CHECK(loaded.error().code == ErrorCode::kUsage);
  CHECK(loaded.error().hint.find("apt install tesseract-ocr") != std::string::npos);
  return nullptr;
}

Result<ReaderOutput> read(const std::string& pdf, const Ocr* with) {
  ReaderLimits limits;
  limits.ocr = with;
  return read_document(pdf, "a", limits);
}

std::string base64(std::string_view bytes) {
  static constexpr std::string_view kSigns =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t three = 0;
    for (size_t k = 0; k < 3; ++k)
      three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0);
    for (size_t k = 0; k < 4; ++k)
      out += i + k > bytes.size() ? '=' : kSigns[three >> (18 - 6 * k) & 63];
    if (i % 57 == 54) out += '\n';
  }
  return out;
}

// A mail of a few words and of pictures within it.
std::string mail_of(const std::vector<std::string>& pictures, const std::string& words) {
  std::string out =
      "Subject: The letter\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n";
  if (!words.empty()) out += "--b\nContent-Type: text/plain\n\n" + words + "\n";
  for (const std::string& picture : pictures)
    out +=
        "--b\nContent-Type: image/png; name=page.png\nContent-ID: <a>\n"
        "Content-Transfer-Encoding: base64\n\n" +
        base64(picture) + "\n";
  return out + "--b--\n";
}

std::string printed(const Page& page) {
  std::string all;
  for (const Line& line : page.lines) all += line.text + "\n";
  return all;
}

}  // namespace

TEST_CASE("a scan is refused without OCR, and says what reads it", "[ocr]") {
  auto document = read(scanned(make_pdf({kTitle})), nullptr);
  REQUIRE_FALSE(document);
  CHECK(document.error().text() == "it holds pictures of pages but no text; read it with --ocr");
}

TEST_CASE("letters are read off a scanned page, with places and sizes", "[ocr]") {
  const Ocr* with = ocr();
  if (with == nullptr) return;
  auto document = read(scanned(make_pdf({kTitle})), with);
  REQUIRE(document);
  REQUIRE(document->pages.size() == 1);
  const Page& page = document->pages[0];
  CHECK(page.ocr);
  REQUIRE(page.lines.size() == kTitle.size());
  for (size_t i = 0; i < kTitle.size(); ++i) {
    CHECK(page.lines[i].text == kTitle[i].text);
    CHECK(std::abs(page.lines[i].x0 - kTitle[i].x) < 3);
    CHECK(std::abs(page.lines[i].y1 - kTitle[i].y) < 6);
  }
  CHECK(page.lines[0].font_size > page.lines[1].font_size);
  CHECK(page.lines[1].font_size > page.lines[2].font_size);
  CHECK(page.lines[2].font_size == page.lines[4].font_size);
  CHECK(document->warnings ==
        std::vector<std::string>{"page 1 of 1: read off a picture; letters may be misread"});
}

TEST_CASE("letters are read off in a process that may open nothing", "[ocr]") {
  const Ocr* with = ocr();
  if (with == nullptr) return;
  const std::string pdf = scanned(make_pdf({kTitle}));
  test::in_child(
      [&] {
        if (!enter_sandbox({Calls::kOpenDescriptors, Calls::kMessages})) return false;
        if (::open("/dev/null", O_RDONLY) >= 0 || ::socket(AF_INET, SOCK_STREAM, 0) >= 0)
          return false;
        auto document = read(pdf, with);
        return document && document->pages.at(0).lines.size() == kTitle.size() &&
               document->pages[0].lines[0].text == kTitle[0].text;
      },
      120);
}

TEST_CASE("only pages without text are read off their picture, each alike every time", "[ocr]") {
  const Ocr* with = ocr();
  if (with == nullptr) return;
  std::string pdf = make_pdf({kTitle, {}, {{72, 100, "The last page"}}});
  auto plain = read(pdf, with);
  REQUIRE(plain);
  CHECK(plain->warnings.empty());
  CHECK(
      std::none_of(plain->pages.begin(), plain->pages.end(), [](const Page& p) { return p.ocr; }));
  const std::string scan = scanned(make_pdf({{{72, 100, "Carers are heard"}}, kTitle}));
  auto first = read(scan, with), second = read(scan, with);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(printed(first->pages[0]) == "Carers are heard\n");
  CHECK(printed(first->pages[1]) == printed(second->pages[1]));
  auto alone = read(scanned(make_pdf({kTitle})), with);
  REQUIRE(alone);
  CHECK(printed(alone->pages[0]) == printed(first->pages[1]));
}

TEST_CASE("a page of nothing, and a picture of nothing, give no text", "[ocr]") {
  const Ocr* with = ocr();
  if (with == nullptr) return;
  auto empty = read(scanned(make_pdf({{{72, 100, "."}}})), with);
  REQUIRE_FALSE(empty);
  CHECK(empty.error().hint == "no letters were recognised on them");
}

TEST_CASE("a picture with a stamp for its only text is a scanned page", "[ocr]") {
  const char* kStamp = "Page 1 of 4";
  const std::string scan = scanned(make_pdf({kTitle}), kStamp);
  auto refused = read(scan, nullptr);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().text() == "it holds pictures of pages but no text; read it with --ocr");
  const Ocr* with = ocr();
  if (with == nullptr) return;
  auto document = read(scan, with);
  REQUIRE(document);
  CHECK(document->pages.at(0).ocr);
  REQUIRE(document->pages[0].lines.size() == kTitle.size() + 1);
  CHECK(document->pages[0].lines[0].text == kTitle[0].text);
  CHECK(document->pages[0].lines.back().text == kStamp);
}

TEST_CASE("pictures of pages are read as a scan is", "[ocr]") {
  const std::string png = test::png_of(make_pdf({kTitle}));
  const std::string tiff = test::tiff_of(make_pdf({kTitle, kTitle}));
  for (const std::string& picture : {png, tiff}) {
    auto refused = read_document(picture, "a.tif");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text() ==
          "it is a picture; if it is of scanned pages, read it with --ocr");
  }
  const Ocr* with = ocr();
  if (with == nullptr) return;
  auto one = read(png, with), two = read(tiff, with);
  REQUIRE(one);
  REQUIRE(two);
  REQUIRE(one->pages.size() == 1);
  REQUIRE(two->pages.size() == 2);
  for (const Page& page : {one->pages[0], two->pages[0], two->pages[1]}) {
    CHECK(page.ocr);
    REQUIRE(page.lines.size() == kTitle.size());
    for (size_t i = 0; i < kTitle.size(); ++i) CHECK(page.lines[i].text == kTitle[i].text);
    // Places are of paper, although the picture does not say how large it is.
    CHECK(std::abs(page.lines[0].x0 - kTitle[0].x) < 6);
  }
  CHECK(two->pages[1].number == 2);
}

TEST_CASE("a picture of few words is no page, and a broken one is refused", "[ocr]") {
  const Ocr* with = ocr();
  if (with == nullptr) return;
  auto logo = read(test::png_of(make_pdf({{{72, 100, "Loamshire", 40, true}}})), with);
  REQUIRE_FALSE(logo);
  CHECK(logo.error().message == "it is a picture that shows few words or none");
  std::string tiff = test::tiff_of(make_pdf({kTitle, kTitle}));
  auto cut = read(tiff.substr(0, tiff.size() * 3 / 4), with);
  REQUIRE_FALSE(cut);
  CHECK(cut.error().message.find("the picture is broken") != std::string::npos);
  CHECK_FALSE(read(std::string("\x89PNG\r\n\x1A\n", 8) + "nothing", with));
}

TEST_CASE("pictures of pages in a mail are read, or named", "[ocr]") {
  const std::string page = test::png_of(make_pdf({kTitle}));
  const std::string logo = test::png_of(make_pdf({{{72, 100, "Loamshire", 40, true}}}));
  const std::string words = "See the letter below.";
  auto named = read_mime(mail_of({page}, words), {});
  REQUIRE(named);
  CHECK(printed(named->pages[0]) == words + "\n");
  CHECK(named->warnings ==
        std::vector<std::string>{
            "its picture page.png is not read; if it is of a scanned page, read it with --ocr"});
  auto refused = read_mime(mail_of({page}, ""), {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().text() ==
        "the message holds no text; if its pictures are of scanned pages, read it with --ocr");
  // A signature's picture says nothing.
  CHECK(read_mime(mail_of({"\x89PNG\r\n\x1A\n small"}, words), {})->warnings.empty());
  ReaderLimits limits;
  limits.ocr = ocr();
  if (limits.ocr == nullptr) return;
  auto two = read_mime(mail_of({logo, page, page}, words), limits);
  REQUIRE(two);
  REQUIRE(two->pages.size() == 2);
  for (const Page& each : two->pages) {
    CHECK(each.ocr);
    CHECK(printed(each).starts_with(kTitle[0].text + "\n" + kTitle[1].text + "\n"));
  }
  CHECK(two->pages[1].number == 2);
  REQUIRE(two->warnings.size() == 2);
  CHECK(two->warnings[0] == "read off a picture; letters may be misread");
  CHECK(two->warnings[1] ==
        "a message; what is read is its attachment page.png, not its own words");
  std::string much;
  for (int i = 0; i < 100; ++i) much += "Words of a long message that stands for itself.\n";
  auto own = read_mime(mail_of({page}, much), limits);
  REQUIRE(own);
  CHECK_FALSE(own->pages[0].ocr);
  CHECK(own->warnings == std::vector<std::string>{"its picture page.png is not read"});
}

TEST_CASE("passages of scanned pages are marked, and their report", "[ocr]") {
  const Ocr* with = ocr();
  if (with == nullptr) return;
  ReaderLimits limits;
  limits.ocr = with;
  auto report = make_report(scanned(make_pdf({kTitle})), "a.pdf", limits);
  REQUIRE(report);
  CHECK(report->ocr);
  CHECK(std::all_of(report->passages.begin(), report->passages.end(),
                    [](const Passage& passage) { return passage.ocr; }));
  auto plain = make_report(make_pdf({kTitle}), "a.pdf", limits);
  REQUIRE(plain);
  CHECK_FALSE(plain->ocr);
}

}  // namespace ofsearch
