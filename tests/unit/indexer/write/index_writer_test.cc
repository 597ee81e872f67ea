// Databases that lack a table, or whose table cannot be opened: Xapian takes it for an empty one.
#include "indexer/write/index_writer.h"

#include "common/index/index.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_folder.h"

#include <filesystem>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

Result<std::optional<Report>> no_report() {
  return std::optional<Report>();
}

}  // namespace

TEST_CASE("A database that lacks a table is neither opened, merged nor updated") {
  for (const char* table :
       {"position.glass", "docdata.glass", "termlist.glass", "postlist.glass"}) {
    INFO(table);
    const test::SampleIndex index;
    const test::TempFolder folder;
    REQUIRE(open_index(index.path()));
    REQUIRE(merge_databases({index.path()}, folder.path() / "whole"));
    REQUIRE(open_index(folder.path() / "whole"));
    REQUIRE(fs::remove(index.path() / table));
    CHECK_FALSE(open_index(index.path()));
    CHECK_FALSE(merge_databases({index.path()}, folder.path() / "merged"));
    CHECK_FALSE(update_database(index.path(), folder.path() / "updated", {}, no_report));
  }
}

TEST_CASE("A database without reports, or without words, lacks nothing") {
  const test::TempFolder folder;
  REQUIRE(merge_databases({}, folder.path() / "empty"));
  CHECK(open_index(folder.path() / "empty"));
  const test::SampleIndex wordless(
      {test::sample_report("aaaaaaaaaa01", "Eastvale", 2024, "ilacs", "good", {})});
  CHECK(open_index(wordless.path()));
  CHECK(merge_databases({wordless.path()}, folder.path() / "merged"));
}

}  // namespace ofsearch
