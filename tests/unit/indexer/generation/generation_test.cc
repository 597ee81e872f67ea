#include "indexer/generation/generation.h"

#include "common/files/file.h"
#include "common/index/index.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

using namespace ofsearch;
using ofsearch::test::TempFolder;
namespace fs = std::filesystem;

namespace {

// A generation that is the index, with nothing in it.
Generation publish_one(const GenerationStore& store, int shards = 1) {
  auto building = store.begin();
  REQUIRE(building);
  for (int i = 0; i < shards; ++i) fs::create_directory(building->shard(i));
  auto sealed = store.seal(*building);
  REQUIRE(sealed);
  REQUIRE(store.publish(*sealed, shards));
  return *sealed;
}

std::vector<int> numbers(const GenerationStore& store) {
  std::vector<int> numbers;
  for (const Generation& generation : store.finished()) numbers.push_back(generation.number);
  return numbers;
}

}  // namespace

TEST_CASE("where nothing is there is no generation") {
  TempFolder folder;
  GenerationStore store(folder.path());
  auto current = store.current();
  REQUIRE(current);
  CHECK_FALSE(*current);
  CHECK(store.finished().empty());
}

TEST_CASE("the stub names the shards of the generation that was published last") {
  TempFolder folder;
  GenerationStore store(folder.path());
  publish_one(store);
  Generation second = publish_one(store, 2);
  CHECK(*read_file(folder.path() / kStubName) ==
        "auto generations/000002/shard0\nauto generations/000002/shard1\n");
  auto current = store.current();
  REQUIRE(current);
  REQUIRE(*current);
  CHECK((*current)->number == 2);
  CHECK((*current)->path == second.path);
}

TEST_CASE("what ofindex did not write is not touched") {
  TempFolder folder;
  GenerationStore store(folder.path());
  SECTION("a stub of other databases") {
    REQUIRE(write_file_atomically(folder.path() / kStubName, "auto /var/lib/other\n"));
  }
  SECTION("a database") {
    REQUIRE(write_file_atomically(folder.path() / "iamglass", "x"));
  }
  auto current = store.current();
  REQUIRE_FALSE(current);
  CHECK(current.error().code == ErrorCode::kRefused);
}

TEST_CASE("leftovers of runs that were killed are swept, finished generations are not") {
  TempFolder folder;
  GenerationStore store(folder.path());
  publish_one(store);
  fs::path generations = folder.path() / "generations";
  for (const char* name : {"building-000002", "removing-000001"})
    fs::create_directories(generations / name / "shard0");
  REQUIRE(write_file_atomically(folder.path() / "XAPIANDB.123.tmp", "auto generations/000002"));
  store.sweep();
  CHECK(numbers(store) == std::vector<int>{1});
  CHECK(std::distance(fs::directory_iterator(generations), fs::directory_iterator()) == 1);
  CHECK_FALSE(fs::exists(folder.path() / "XAPIANDB.123.tmp"));
  CHECK(fs::exists(folder.path() / kStubName));
}

TEST_CASE("as many generations are kept as asked for, and later ones are dropped") {
  struct Case {
    int current, keep;
    std::vector<int> left;
  };
  const std::vector<Case> cases = {
      {4, 2, {3, 4}}, {4, 1, {4}}, {4, 9, {1, 2, 3, 4}}, {3, 2, {2, 3}},  // after a rollback
  };
  for (const Case& c : cases) {
    INFO(c.current << " " << c.keep);
    TempFolder folder;
    GenerationStore store(folder.path());
    for (int i = 0; i < 4; ++i) publish_one(store);
    store.prune(store.finished().at(static_cast<size_t>(c.current) - 1), c.keep);
    CHECK(numbers(store) == c.left);
  }
}

TEST_CASE("a generation that is being read is not removed") {
  TempFolder folder;
  GenerationStore store(folder.path());
  Generation read = publish_one(store);
  publish_one(store);
  Generation current = publish_one(store);
  int fd = ::open(read.path.c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(::flock(fd, LOCK_SH) == 0);
  store.prune(current, 1);
  CHECK(numbers(store) == std::vector<int>{1, 3});
  ::close(fd);
  store.prune(current, 1);
  CHECK(numbers(store) == std::vector<int>{3});
}

TEST_CASE("a number is not used again while a generation has it") {
  TempFolder folder;
  GenerationStore store(folder.path());
  Generation first = publish_one(store);
  Generation second = publish_one(store);
  REQUIRE(store.publish(first, 1));  // as a rollback does
  auto next = store.begin();
  REQUIRE(next);
  CHECK(next->number == 3);
  store.discard(*next);
  CHECK(numbers(store) == std::vector<int>{1, second.number});
}

TEST_CASE("a generation that is being searched is held until its reader lets go") {
  TempFolder folder;
  test::SampleIndex sample;
  GenerationStore store(folder.path());
  auto building = store.begin();
  REQUIRE(building);
  fs::copy(sample.path(), building->shard(0), fs::copy_options::recursive);
  auto first = store.seal(*building);
  REQUIRE(first);
  REQUIRE(store.publish(*first, 1));
  std::optional<Index> reader;
  {
    auto opened = open_index(folder.path());
    REQUIRE(opened);
    reader = std::move(*opened);
  }
  Generation second = publish_one(store);
  store.prune(second, 1);
  CHECK(numbers(store) == std::vector<int>{1, 2});
  CHECK(fs::exists(first->shard(0)));
  reader.reset();
  store.prune(second, 1);
  CHECK(numbers(store) == std::vector<int>{2});
}
