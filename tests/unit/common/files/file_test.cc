#include "common/files/file.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <functional>

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

namespace {

constexpr const char* kContent = "0123456789";

// What read_open_file() says of `file` when `meanwhile` happens to it after its first bytes were
// read.
Result<std::string> read_while(const fs::path& file, const std::function<void()>& meanwhile) {
  int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(fd >= 0);
  int reads = 0;
  auto content = read_open_file(fd, file, 1u << 20, [&](int from, void* buffer, size_t size) {
    if (reads++ == 1) meanwhile();
    return ::read(from, buffer, std::min<size_t>(size, 4));
  });
  ::close(fd);
  CHECK(reads > 1);
  return content;
}

void touch_later(const fs::path& file) {
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  timespec times[] = {status.st_atim, status.st_mtim};
  ++times[1].tv_sec;
  REQUIRE(::utimensat(AT_FDCWD, file.c_str(), times, 0) == 0);
}

}  // namespace

TEST_CASE("a file that changes while it is read is refused by name", "[file]") {
  TempFolder folder;
  fs::path file = folder.path() / "report.txt";
  struct Case {
    const char* what;
    std::function<void()> change;
  };
  const Case cases[] = {
      {"shrinks to less than was read", [&] { fs::resize_file(file, 2); }},
      {"shrinks to what was read", [&] { fs::resize_file(file, 4); }},
      {"shrinks by a byte", [&] { fs::resize_file(file, 9); }},
      {"is emptied", [&] { fs::resize_file(file, 0); }},
      {"grows by a byte", [&] { fs::resize_file(file, 11); }},
      {"is written anew at its old size",
       [&] {
         std::ofstream(file) << "abcdefghij";
         touch_later(file);
       }},
      {"shrinks and is filled up again",
       [&] {
         fs::resize_file(file, 4);
         fs::resize_file(file, 10);
         touch_later(file);
       }},
  };
  for (const Case& c : cases) {
    INFO(c.what);
    folder.write("report.txt", kContent);
    auto content = read_while(file, c.change);
    REQUIRE_FALSE(content);
    CHECK(content.error().code == ErrorCode::kUnreadable);
    CHECK(content.error().message == file.string() + " changed while it was read");
    CHECK_FALSE(content.error().hint.empty());
  }
}

TEST_CASE("a file that is moved, removed or replaced while it is read is read as it was",
          "[file]") {
  TempFolder folder;
  fs::path file = folder.path() / "report.txt", other = folder.path() / "other.txt";
  const std::function<void()> changes[] = {
      [] {},
      [&] { fs::rename(file, other); },
      [&] { fs::remove(file); },
      [&] { fs::rename(folder.write("other.txt", "of another length"), file); },
  };
  for (const auto& change : changes) {
    folder.write("report.txt", kContent);
    auto content = read_while(file, change);
    REQUIRE(content);
    CHECK(*content == kContent);
  }
}

TEST_CASE("a read that is interrupted goes on, one that fails is an error", "[file]") {
  TempFolder folder;
  fs::path file = folder.write("report.txt", kContent);
  int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(fd >= 0);
  int reads = 0, number = EINTR;
  auto read = [&](int from, void* buffer, size_t size) -> ssize_t {
    if (++reads % 2 == 0) return ::read(from, buffer, std::min<size_t>(size, 3));
    errno = number;
    return -1;
  };
  auto interrupted = read_open_file(fd, file, 1u << 20, read);
  REQUIRE(interrupted);
  CHECK(*interrupted == kContent);
  CHECK(reads == 8);

  number = EIO;
  reads = 0;
  auto broken = read_open_file(fd, file, 1u << 20, read);
  ::close(fd);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == ErrorCode::kUnreadable);
  CHECK(broken.error().message.find("report.txt: Input/output error") != std::string::npos);
}

TEST_CASE("an atomic write leaves the new content and nothing beside it", "[file]") {
  for (auto write : {write_file_atomically, replace_file}) {
    TempFolder folder;
    fs::path file = folder.write("current", "old");
    REQUIRE(write(file, "new"));
    CHECK(*read_file(file) == "new");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
  }
}

TEST_CASE("a link stays, and the file behind it is replaced", "[file]") {
  TempFolder folder;
  const auto file = folder.path() / "file", link = folder.path() / "link";
  REQUIRE(write_file_atomically(file, "old"));
  std::filesystem::create_symlink(file, link);
  REQUIRE(write_file_atomically(link, "new"));
  CHECK(std::filesystem::is_symlink(link));
  CHECK(*read_file(file) == "new");
}

TEST_CASE("a pipe is written to and stays a pipe", "[file]") {
  TempFolder folder;
  const auto pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(reader >= 0);
  CHECK(replace_file(pipe, "told"));
  char told[8] = {};
  CHECK(::read(reader, told, sizeof told) == 4);
  ::close(reader);
  CHECK(std::filesystem::is_fifo(pipe));
}

TEST_CASE("a write that fails leaves the old content", "[file]") {
  TempFolder folder;
  auto written = write_file_atomically(folder.path() / "no" / "folder", "new");
  REQUIRE_FALSE(written);
  CHECK(written.error().message.find("folder") != std::string::npos);
  // A folder of the name cannot be replaced.
  fs::create_directories(folder.path() / "taken" / "inside");
  auto refused = write_file_atomically(folder.path() / "taken", "new");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::kUnwritable);
  CHECK_FALSE(replace_file(folder.path() / "taken", "new"));
  CHECK(fs::is_directory(folder.path() / "taken"));
}

}  // namespace ofsearch
