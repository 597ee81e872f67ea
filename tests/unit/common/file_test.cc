#include "common/file.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <sys/stat.h>

namespace ofsearch {

using test::TempFolder;
namespace fs = std::filesystem;

TEST_CASE("a file is read whole, whatever its bytes", "[file]") {
  TempFolder folder;
  std::string content("a\0b\r\n\xFF", 6);
  auto read = read_file(folder.write("bytes", content));
  REQUIRE(read);
  CHECK(*read == content);
  auto empty = read_file(folder.write("empty", ""));
  REQUIRE(empty);
  CHECK(empty->empty());
}

TEST_CASE("what cannot be read is named in the error", "[file]") {
  TempFolder folder;
  auto missing = read_file(folder.path() / "missing.pdf");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kNotFound);
  CHECK(missing.error().message.find("missing.pdf") != std::string::npos);

  auto is_folder = read_file(folder.path());
  REQUIRE_FALSE(is_folder);
  CHECK(is_folder.error().code == ErrorCode::kUnreadable);

  auto large = read_file(folder.write("large", "12345"), 4);
  REQUIRE_FALSE(large);
  CHECK(large.error().code == ErrorCode::kUnreadable);
  CHECK(read_file(folder.path() / "large", 5));
}

TEST_CASE("a named pipe is refused and not waited for", "[file]") {
  TempFolder folder;
  fs::path pipe = folder.path() / "pipe.pdf";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  auto read = read_file(pipe);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::kUnreadable);
}

TEST_CASE("an atomic write leaves the new content and nothing beside it", "[file]") {
  TempFolder folder;
  fs::path file = folder.write("current", "old");
  REQUIRE(write_file_atomically(file, "new"));
  CHECK(*read_file(file) == "new");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a write that fails leaves the old content", "[file]") {
  TempFolder folder;
  auto written = write_file_atomically(folder.path() / "no" / "folder", "new");
  REQUIRE_FALSE(written);
  CHECK(written.error().message.find("folder") != std::string::npos);
  // A folder of the name cannot be replaced.
  fs::create_directories(folder.path() / "taken" / "inside");
  CHECK_FALSE(write_file_atomically(folder.path() / "taken", "new"));
  CHECK(fs::is_directory(folder.path() / "taken"));
}

}  // namespace ofsearch
