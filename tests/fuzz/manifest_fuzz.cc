// The manifest of a generation, as somebody may hand it on: with a checksum that is right.
#include "common/system/hash.h"
#include "indexer/generation/manifest.h"
#include "tests/fuzz/target.h"
#include "tests/support/temp_folder.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  static const test::TempFolder folder;
  std::string text(fuzz::as_text(data, size));
  text += "\n{\"sha256\":\"" + sha256_hex(text + "\n") + "\"}\n";
  auto manifest = load_manifest(folder.write(kManifestName, text));
  if (!manifest) {
    fuzz::require(!manifest.error().message.empty(), "an error is a sentence");
    return 0;
  }
  fuzz::require(manifest->shards >= 1 && manifest->shards <= kMostShards, "shards can be counted");
  for (const ReportEntry& entry : manifest->reports)
    fuzz::require(shard_of(entry.id, manifest->shards) < manifest->shards, "a shard is there");
  return 0;
}
