#include "common/files/spool.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

// TMPDIR, as long as the object is there.
class TemporaryFiles {
 public:
  explicit TemporaryFiles(const std::string& folder) {
    if (const char* before = std::getenv("TMPDIR")) before_ = before;
    ::setenv("TMPDIR", folder.c_str(), 1);
  }
  ~TemporaryFiles() {
    before_.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before_.c_str(), 1);
  }
  TemporaryFiles(const TemporaryFiles&) = delete;
  TemporaryFiles& operator=(const TemporaryFiles&) = delete;

 private:
  std::string before_;
};

// No file may be larger, as long as the object is there: a disk that is full.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t most) {
    signal_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{most, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_{};
  void (*signal_)(int);
};

TEST_CASE("What was put aside is read as it was, in memory and in a file") {
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 chance(seed);
  for (const size_t most : {size_t{0}, size_t{1}, size_t{5000}, Spool::kAll}) {
    INFO(most << " bytes in memory");
    Spool spool(most);
    std::string whole;
    std::vector<std::pair<uint64_t, size_t>> places;
    for (int i = 0; i < 200; ++i) {
      std::string bytes(chance() % (i % 10 == 0 ? 90000 : 900), ' ');
      for (char& c : bytes) c = static_cast<char>(chance() % 256);
      places.emplace_back(spool.add(bytes), bytes.size());
      whole += bytes;
      const auto& [begin, size] = places[chance() % places.size()];
      REQUIRE(spool.read(begin, size) == whole.substr(begin, size));
    }
    REQUIRE(spool.size() == whole.size());
    CHECK(spool.read(0, whole.size()) == whole);
    std::string pieces;
    spool.for_each_piece([&](const std::string& piece) { pieces += piece; });
    CHECK(pieces == whole);
  }
}

TEST_CASE("Of nothing there is no piece") {
  const Spool spool(0);
  CHECK(spool.size() == 0);
  spool.for_each_piece([](const std::string&) { FAIL(); });
}

TEST_CASE("The file has no name in the folder for temporary files") {
  const test::TempFolder folder;
  const TemporaryFiles there(folder.path());
  Spool spool(10);
  spool.add(std::string(1000, 'a'));
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("What is little, or must not be in a file, needs no folder") {
  const TemporaryFiles nowhere("/nowhere");
  Spool few(1000), all;
  few.add(std::string(1000, 'a'));
  all.add(std::string(2 * Spool::kSome, 'a'));
  try {
    few.add("b");
    FAIL();
  } catch (const SpoolFault& fault) {
    CHECK(fault.error.code == ErrorCode::kUnwritable);
    CHECK(fault.error.text() ==
          "cannot make a temporary file in /nowhere: No such file or directory; see that there is "
          "room, or name another folder in TMPDIR");
  }
}

TEST_CASE("A full disk is a fault that names the folder, and what was written stays") {
  const test::TempFolder folder;
  const TemporaryFiles there(folder.path());
  Spool spool(0);
  spool.add(std::string(4096, 'a'));
  {
    const SmallFiles full(5000);
    CHECK_THROWS_AS(spool.add(std::string(4096, 'b')), SpoolFault);
  }
  CHECK(spool.read(0, 4096) == std::string(4096, 'a'));
}

}  // namespace
}  // namespace ofsearch
