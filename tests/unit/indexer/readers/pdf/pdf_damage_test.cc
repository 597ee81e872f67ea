#include "common/workers/worker_pool.h"
#include "indexer/readers/reader.h"
#include "indexer/workers/document_worker.h"
#include "tests/support/catch.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <vector>

using namespace ofsearch;

namespace {

// A PDF of one page whose content is `stream`, under the filter `filter`.
std::string one_page(const std::string& stream, const std::string& filter = "") {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", stream.size(), filter, stream),
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      "/Resources << /Font << /F1 3 0 R >> >> >>"};
  std::string pdf = "%PDF-1.4\n", table;
  for (size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  size_t start = pdf.size();
  return pdf + fmt::format(
                   "xref\n0 6\n0000000000 65535 f \n{}trailer << /Size 6 /Root 1 0 R >>\n"
                   "startxref\n{}\n%%EOF\n",
                   table, start);
}

std::string text_lines(int first, int last) {
  std::string stream;
  for (int i = first; i < last; ++i)
    stream +=
        fmt::format("BT /F1 11 Tf 40 {} Td (Line {} about children) Tj ET\n", 800 - 14 * i, i);
  return stream;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Bytes that the filter RunLengthDecode gives back as `text`; `whole`: with the end mark.
std::string run_length(const std::string& text, bool whole) {
  std::string coded;
  for (size_t at = 0; at < text.size(); at += 100) {
    std::string part = text.substr(at, 100);
    coded += static_cast<char>(part.size() - 1);
    coded += part;
  }
  return whole ? coded + '\x80' : coded.substr(0, coded.size() / 2);
}

// What a worker with so much memory says of the document.
WorkerOutcome read_in_worker(const std::string& pdf, size_t memory_bytes) {
  int fd = ::memfd_create("document", MFD_CLOEXEC);
  REQUIRE(::write(fd, pdf.data(), pdf.size()) == static_cast<ssize_t>(pdf.size()));
  ::lseek(fd, 0, SEEK_SET);
  WorkerLimits limits;
  limits.memory_bytes = memory_bytes;
  limits.sandbox = true;
  WorkerPool pool(1, limits, [](std::string_view path, int fd) {
    return handle_document([](const std::string&) { return false; }, nullptr, path, fd);
  });
  WorkerOutcome found;
  auto result = pool.run(
      1,
      [&](size_t) {
        return WorkerTask{"a.pdf", fd};
      },
      [&](size_t, WorkerOutcome outcome) {
        found = std::move(outcome);
        return Result<void>();
      });
  REQUIRE(result);
  return found;
}

}  // namespace

TEST_CASE("every line of a sound page is read") {
  for (const std::string& pdf :
       {one_page(text_lines(0, 40)),
        one_page(run_length(text_lines(0, 40), true), "/Filter /RunLengthDecode"),
        one_page(text_lines(0, 20) + "foo bar " + text_lines(20, 40))}) {
    auto document = read_document(pdf, "a.pdf");
    REQUIRE(document);
    CHECK(document->pages.at(0).lines.size() == 40);
  }
}

TEST_CASE("a page that can be read in part only fails the whole document") {
  struct Case {
    std::string what, pdf;
  };
  const std::vector<Case> cases = {
      {"more nonsense than the parser puts up with",
       one_page(text_lines(0, 20) + repeated(">> ] } foo ", 300) + text_lines(20, 40))},
      {"the data ends too early",
       one_page(run_length(text_lines(0, 40), false), "/Filter /RunLengthDecode")},
  };
  for (const Case& c : cases) {
    INFO(c.what);
    auto document = read_document(c.pdf, "a.pdf");
    REQUIRE_FALSE(document);
    CHECK(document.error().message == "the PDF is broken: 1 of its 1 pages cannot be read");
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a document that needs more memory than it may have is never read in part") {
  constexpr size_t kMegabyte = 1u << 20;
  std::string pdf = one_page(repeated("BT /F1 11 Tf 40 700 Td (children) Tj ET\n", 100'000));
  DocumentAnswer whole = decode_document_answer(read_in_worker(pdf, 1024 * kMegabyte));
  REQUIRE(whole.kind == DocumentAnswer::kReport);
  bool failed = false;
  for (size_t megabytes : {16, 24, 32, 48, 64, 96, 128, 192, 256}) {
    INFO(megabytes);
    WorkerOutcome outcome = read_in_worker(pdf, megabytes * kMegabyte);
    DocumentAnswer answer = decode_document_answer(outcome);
    if (answer.kind == DocumentAnswer::kReport) {
      CHECK(answer.packed == whole.packed);
    } else {
      failed = true;
      CHECK(answer.error ==
            fmt::format("the program that reads it needed more than {} MB of memory", megabytes));
    }
  }
  CHECK(failed);
}
#endif
