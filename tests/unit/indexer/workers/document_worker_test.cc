#include "indexer/workers/document_worker.h"

#include "common/records/report_json.h"
#include "common/records/report_record.h"
#include "common/system/hash.h"
#include "tests/support/catch.h"
#include "tests/support/report_as_json.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

using namespace ofsearch;

namespace {

// The answer to a request for a text of `content`, whose reading begins at byte `from`.
DocumentAnswer ask(const std::string& content, bool known, off_t from = 0,
                   const std::string& name = "a.b/report.TXT") {
  test::TempFolder folder;
  int fd = ::open(folder.write("report.txt", content).c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(fd >= 0);
  REQUIRE(::lseek(fd, from, SEEK_SET) == from);
  WorkerOutcome outcome;
  std::string asked;
  outcome.answer = handle_document(
      [&](const std::string& key) {
        asked = key;
        return known;
      },
      nullptr, name, fd);
  if (!asked.empty() && name.ends_with("TXT")) CHECK(asked == sha256_hex(content) + ".txt");
  ::close(fd);
  return decode_document_answer(outcome);
}

}  // namespace

TEST_CASE("a document that ends before its size is tried again and not remembered as bad") {
  DocumentAnswer answer = ask("What was here is gone by half.", false, 15);
  CHECK(answer.kind == DocumentAnswer::kFailed);
  CHECK(answer.transient);
  CHECK(answer.sha256.empty());
  CHECK(answer.error.find("it changed while it was read") != std::string::npos);
}

TEST_CASE("a document that cannot be parsed is remembered by its hash") {
  DocumentAnswer answer = ask("", false);
  CHECK(answer.kind == DocumentAnswer::kFailed);
  CHECK_FALSE(answer.transient);
  CHECK(answer.sha256 == sha256_hex(""));
}

TEST_CASE("a document whose content is known is not parsed") {
  DocumentAnswer answer = ask("", true);
  CHECK(answer.kind == DocumentAnswer::kKnown);
  CHECK(answer.sha256 == sha256_hex(""));
}

TEST_CASE("a report comes whole, under the hash of its document") {
  const std::string text = "Inspection of Someshire\n\n1. Leaders know their services well.\n";
  DocumentAnswer answer = ask(text, false);
  REQUIRE(answer.kind == DocumentAnswer::kReport);
  CHECK(answer.sha256 == sha256_hex(text));
  auto report = unpack_report(answer.packed);
  REQUIRE(report);
  CHECK(report->id == sha256_hex(text).substr(0, 16));
  CHECK_FALSE(report->passages.empty());
}

TEST_CASE("an answer that is cut, changed or of another document blames the document") {
  const std::string text = "Inspection of Someshire\n\n1. Leaders know their services well.\n";
  const Json whole = report_as_json(*unpack_report(ask(text, false).packed));
  WorkerOutcome outcome;
  std::string report = 'r' + sha256_hex(text) + ask(text, false).packed;
  for (size_t size = 0; size < report.size(); ++size) {
    outcome.answer = report.substr(0, size);
    CHECK(decode_document_answer(outcome).kind == DocumentAnswer::kFailed);
  }
  for (size_t at = 0; at < report.size(); ++at) {
    outcome.answer = report;
    outcome.answer[at] = static_cast<char>(outcome.answer[at] ^ 1);
    DocumentAnswer answer = decode_document_answer(outcome);
    if (answer.kind != DocumentAnswer::kReport) continue;
    // A bit that means nothing.
    if (report_as_json(*unpack_report(answer.packed)) != whole) FAIL("byte " << at);
  }
}

TEST_CASE("what is no report is left out with the reason, whatever its name") {
  DocumentAnswer picture = ask("\x89PNG\r\n\x1a\n and so on", false, 0, "map.png");
  CHECK(picture.kind == DocumentAnswer::kLeftOut);
  CHECK_FALSE(picture.error.empty());
  CHECK(ask("x,y\n1,2\n", false, 0, "table.csv").kind == DocumentAnswer::kLeftOut);
  CHECK(ask("no PDF", false, 0, "report.pdf").kind == DocumentAnswer::kFailed);
}
