#include "indexer/generation/manifest.h"

#include "common/files/file.h"
#include "common/system/hash.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <string>
#include <vector>

using namespace ofsearch;
using ofsearch::test::TempFolder;

namespace {

Manifest sample_manifest() {
  Manifest manifest;
  manifest.schema = 3;
  manifest.program = "0.1.0";
  manifest.corrections = "c0ffee";
  manifest.published = "2025-01-02T02:00:09Z";
  manifest.shards = 2;
  manifest.readers = "abc", manifest.marks = "def";
  manifest.roots = {"/r", "/s"};
  manifest.warnings = {"a warning"};
  manifest.files = {
      {"/r/a.pdf", "/r", "a.pdf", 10, 1'700'000'000'000'000'001, "aa", "", false, false},
      {"/r/b\n\"c\".pdf", "/r", "b\n\"c\".pdf", 20, 0, "", "cannot open it", true, false},
      {"/s/d.png", "/s", "d.png", 30, 5, "dd", "it is a picture", false, true},
  };
  manifest.reports = {{"0123", "aa", "a.pdf", "2025-01-01T02:00:00Z", 30, "f00d"}};
  return manifest;
}

}  // namespace

TEST_CASE("a manifest comes back as it was saved") {
  TempFolder folder;
  Manifest saved = sample_manifest();
  REQUIRE(save_manifest(saved, folder.path() / "m"));
  auto loaded = load_manifest(folder.path() / "m");
  REQUIRE(loaded);
  CHECK(manifest_text(*loaded) == manifest_text(saved));
  CHECK(loaded->roots == saved.roots);
  CHECK(loaded->files[0].mtime_ns == 1'700'000'000'000'000'001);
  CHECK(loaded->files[1].retry);
  CHECK_FALSE(loaded->files[1].readable());
  CHECK(loaded->files[2].left_out);
  CHECK(loaded->reports[0].facts == "f00d");
  CHECK(loaded->passages() == 30);
}

TEST_CASE("no bit of a manifest can be changed unnoticed") {
  TempFolder folder;
  const std::string text = manifest_text(sample_manifest());
  for (size_t bit = 0; bit < text.size() * 8; bit += 3) {
    std::string changed = text;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    folder.write("m", changed);
    auto loaded = load_manifest(folder.path() / "m");
    if (loaded) FAIL("bit " << bit);
    if (loaded.error().code != ErrorCode::kIndexDamaged) FAIL("bit " << bit);
  }
}

TEST_CASE("a manifest whose checksum is right is still not taken at its word") {
  TempFolder folder;
  for (int shards : {0, -1, 2'000'000'000}) {
    Manifest manifest = sample_manifest();
    manifest.shards = shards;
    folder.write("m", manifest_text(manifest));
    CHECK_FALSE(load_manifest(folder.path() / "m"));
  }
}

TEST_CASE("a manifest that is not there is told from one that is damaged") {
  TempFolder folder;
  auto missing = load_manifest(folder.path() / "m");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kNotFound);

  REQUIRE(save_manifest(sample_manifest(), folder.path() / "m"));
  std::string text = *read_file(folder.path() / "m");
  size_t last_line = text.rfind('\n', text.size() - 2) + 1;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"empty", ""},
      {"zeros, as a crash of the machine may leave", std::string(text.size(), '\0')},
      {"without its last line", text.substr(0, last_line)},
      {"cut in its last line", text.substr(0, text.size() - 5)},
      {"with a changed version", "{\"manifest\":99" + text.substr(text.find(','))},
      {"without its first line", text.substr(text.find('\n') + 1)},
  };
  for (const auto& [what, content] : cases) {
    INFO(what);
    REQUIRE(write_file_atomically(folder.path() / "m", content));
    auto loaded = load_manifest(folder.path() / "m");
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::kIndexDamaged);
  }
}

TEST_CASE("every report has its place in one of the shards") {
  CHECK(shard_of("00000000aaaa", 1) == 0);
  CHECK(shard_of("00000005aaaa", 3) == 2);
  CHECK(shard_of("ffffffffaaaa", 256) == 255);
}

TEST_CASE("the manifest of version 0.1.0 tells since when each report has been there") {
  TempFolder folder;
  folder.write("m", R"({"manifest":1,"schema":6,"program":"0.1.0","documents":1})"
                    "\n"
                    R"({"path":"a.md","id":"87855ac66e76","size":1,"sha256":"0123456789abcdef01",)"
                    R"("indexed":"2025-03-04T02:00:00Z","passages":10,"facts":"c8"})"
                    "\n"
                    "cut sho");
  auto loaded = load_manifest(folder.path() / "m");
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == ErrorCode::kIndexVersion);
  Manifest first = load_first_manifest(folder.path() / "m");
  REQUIRE(first.reports.size() == 1);
  CHECK(first.reports[0].id == "0123456789abcdef");
  CHECK(first.reports[0].path == "a.md");
  CHECK(first.reports[0].indexed == "2025-03-04T02:00:00Z");
}

TEST_CASE("a manifest of a later form is of another version, not damaged") {
  TempFolder folder;
  const std::string body = "{\"manifest\":3}\nsomething else\n";
  folder.write("m", body + "{\"sha256\":\"" + sha256_hex(body) + "\"}\n");
  auto loaded = load_manifest(folder.path() / "m");
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == ErrorCode::kIndexVersion);
  CHECK(load_first_manifest(folder.path() / "m").reports.empty());
}
