#include "common/index/checksums.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <filesystem>

using namespace ofsearch;
using ofsearch::test::TempFolder;

TEST_CASE("a file that is cut, changed or gone is found by the checksums") {
  for (const char* what : {"nothing", "changed", "cut", "gone", "no checksums"}) {
    INFO(what);
    TempFolder folder;
    auto table = folder.write("shard0/a table", std::string("some bytes"));
    folder.write("manifest.jsonl", "{}");
    REQUIRE(write_checksums(folder.path(), "manifest.jsonl"));
    folder.write("manifest.jsonl", "{\"other\":1}");  // it has a checksum of its own
    std::string how = what;
    if (how == "changed") folder.write("shard0/a table", "some bytez");
    if (how == "cut") std::filesystem::resize_file(table, 3);
    if (how == "gone") std::filesystem::remove(table);
    if (how == "no checksums") std::filesystem::remove(folder.path() / kChecksumsName);
    auto result = verify_checksums(folder.path());
    CHECK(static_cast<bool>(result) == (how == "nothing"));
    if (!result) CHECK(result.error().code == ErrorCode::kIndexDamaged);
    CHECK(static_cast<bool>(verify_sizes(folder.path())) == (result || how == "no checksums"));
  }
}

TEST_CASE("a file that cannot be looked at is said, wherever it stands among the others") {
  for (const char* name : {"a loop", "z loop"}) {
    INFO(name);
    TempFolder folder;
    folder.write("m table", std::string("some bytes"));
    std::filesystem::create_symlink(name, folder.path() / name);
    auto result = write_checksums(folder.path(), "manifest.jsonl");
    REQUIRE_FALSE(result);
    CHECK(result.error().message.find(name) != std::string::npos);
  }
}

TEST_CASE("a table of checksums that is cut says so") {
  TempFolder folder;
  folder.write("shard0/a table", std::string("some bytes"));
  REQUIRE(write_checksums(folder.path(), "manifest.jsonl"));
  for (const char* text : {"abc", "abc 10", "abc 10 ", "abc x shard0/a table", "abc 1x shard0/a",
                           "abc  10 shard0/a table", "abc -1 shard0/a table", "\n"}) {
    INFO(text);
    folder.write(kChecksumsName, text);
    auto result = verify_checksums(folder.path());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::kIndexDamaged);
    CHECK(result.error().message.ends_with("is damaged"));
  }
  folder.write(kChecksumsName, "");
  CHECK(verify_checksums(folder.path()).error().message.ends_with("is empty"));
}
