#include "indexer/run/report_cache.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <fstream>
#include <utility>

using namespace ofsearch;
using ofsearch::test::TempFolder;
namespace fs = std::filesystem;

namespace {

const std::string kHash(64, 'a');

std::string packed(const std::string& hash = kHash) {
  Report report;
  report.sha256 = hash;
  report.metadata.title = "A title";
  report.passages.resize(2);
  return pack_report(report);
}

fs::path file_of(const fs::path& index, const std::string& key) {
  return index / "cache" / kReadersVersion / key;
}

}  // namespace

TEST_CASE("what was read comes back from the cache, also of a later run") {
  TempFolder folder;
  ReportCache cache(folder.path());
  CHECK_FALSE(cache.has(kHash));
  REQUIRE(cache.store(kHash, packed()));
  for (const ReportCache& each : {cache, ReportCache(folder.path())}) {
    CHECK(each.has(kHash));
    auto head = each.head(kHash);
    REQUIRE(head);
    CHECK(head->passages == 2);
    CHECK(head->report.metadata.title == "A title");
    CHECK(each.report(kHash)->passages.size() == 2);
  }
}

TEST_CASE("what is read with and without OCR is apart") {
  TempFolder folder;
  REQUIRE(ReportCache(folder.path()).store(kHash, packed()));
  ReportCache other(folder.path(), true);
  CHECK_FALSE(other.has(kHash));
  CHECK(other.version() != ReportCache(folder.path()).version());
}

TEST_CASE("an entry that is damaged, or of another document, is none") {
  TempFolder folder;
  ReportCache cache(folder.path());
  REQUIRE(cache.store(kHash, packed()));
  fs::resize_file(file_of(folder.path(), kHash), packed().size() - 1);
  CHECK_FALSE(cache.report(kHash));
  REQUIRE(cache.store(kHash, packed(std::string(64, 'b'))));
  CHECK_FALSE(cache.head(kHash));
}

TEST_CASE("an entry of which only the file is dropped is found no more by the next run") {
  TempFolder folder;
  ReportCache cache(folder.path());
  REQUIRE(cache.store(kHash, packed()));
  std::as_const(cache).drop_file(kHash);
  CHECK_FALSE(cache.report(kHash));
  CHECK_FALSE(ReportCache(folder.path()).has(kHash));
}

TEST_CASE("what nothing uses is swept, and what other readers read") {
  TempFolder folder;
  ReportCache cache(folder.path());
  const std::string other(64, 'b');
  REQUIRE(cache.store(kHash, packed()));
  REQUIRE(cache.store(other, packed(other)));
  folder.write("cache/older/" + kHash, "x");
  folder.write("cache/" + std::string(kReadersVersion) + "/x.tmp", "x");
  ReportCache later(folder.path());
  later.sweep({kHash});
  CHECK(later.has(kHash));
  CHECK_FALSE(later.has(other));
  CHECK_FALSE(fs::exists(folder.path() / "cache/older"));
  CHECK(std::distance(fs::directory_iterator(folder.path() / "cache" / kReadersVersion),
                      fs::directory_iterator()) == 1);
}
