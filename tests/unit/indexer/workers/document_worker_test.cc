#include "indexer/workers/document_worker.h"

#include "common/system/hash.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <unistd.h>

using namespace ofsearch;

namespace {

// The answer to a request for a text of `content`, whose reading begins at byte `from`.
DocumentAnswer ask(const std::string& content, const std::string& known_sha256, off_t from = 0) {
  test::TempFolder folder;
  int fd = ::open(folder.write("report.txt", content).c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(fd >= 0);
  REQUIRE(::lseek(fd, from, SEEK_SET) == from);
  WorkerOutcome outcome;
  outcome.answer = handle_document(encode_document_request("report.txt", known_sha256), fd);
  ::close(fd);
  return decode_document_answer(outcome);
}

}  // namespace

TEST_CASE("a document that ends before its size is tried again and not remembered as bad") {
  DocumentAnswer answer = ask("What was here is gone by half.", "", 15);
  CHECK(answer.kind == DocumentAnswer::kFailed);
  CHECK(answer.transient);
  CHECK(answer.sha256.empty());
  CHECK(answer.error.find("it changed while it was read") != std::string::npos);
}

TEST_CASE("a document that cannot be parsed is remembered by its hash") {
  DocumentAnswer answer = ask("", "");
  CHECK(answer.kind == DocumentAnswer::kFailed);
  CHECK_FALSE(answer.transient);
  CHECK(answer.sha256 == sha256_hex(""));
}

TEST_CASE("a document whose content is known is not parsed") {
  DocumentAnswer answer = ask("", sha256_hex(""));
  CHECK(answer.kind == DocumentAnswer::kSame);
  CHECK(answer.sha256 == sha256_hex(""));
}
