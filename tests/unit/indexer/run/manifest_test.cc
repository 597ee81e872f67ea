#include "indexer/run/manifest.h"

#include "common/system/file.h"
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
  manifest.entries = {
      {"a.pdf", "0123", 10, 1'700'000'000'000'000'001, "aa", "2025-01-01T02:00:00Z", 30, "f00d", "",
       false},
      {"b\n\"c\".pdf", "4567", 20, 0, "", "", 0, "", "cannot open it", true},
      {"d.pdf", "89ab", 30, 5, "dd", "", 0, "", "it is encrypted", false},
  };
  return manifest;
}

}  // namespace

TEST_CASE("a manifest comes back as it was saved") {
  TempFolder folder;
  Manifest saved = sample_manifest();
  REQUIRE(save_manifest(saved, folder.path() / "m"));
  auto loaded = load_manifest(folder.path() / "m");
  REQUIRE(loaded);
  CHECK(loaded->schema == saved.schema);
  CHECK(loaded->program == saved.program);
  CHECK(loaded->corrections == saved.corrections);
  CHECK(loaded->published == saved.published);
  CHECK(loaded->shards == saved.shards);
  REQUIRE(loaded->entries.size() == saved.entries.size());
  for (size_t i = 0; i < saved.entries.size(); ++i) {
    const ManifestEntry &is = loaded->entries[i], &was = saved.entries[i];
    INFO(was.path);
    CHECK(is.path == was.path);
    CHECK(is.id == was.id);
    CHECK(is.size == was.size);
    CHECK(is.mtime_ns == was.mtime_ns);
    CHECK(is.sha256 == was.sha256);
    CHECK(is.indexed == was.indexed);
    CHECK(is.passages == was.passages);
    CHECK(is.facts == was.facts);
    CHECK(is.error == was.error);
    CHECK(is.retry == was.retry);
  }
}

TEST_CASE("a manifest counts what can be read") {
  Manifest manifest = sample_manifest();
  CHECK(manifest.reports() == 1);
  CHECK(manifest.passages() == 30);
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
      {"of another version", "{\"manifest\":99" + text.substr(text.find(','))},
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
