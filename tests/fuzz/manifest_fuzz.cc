// The manifest of a generation, as a damaged disk may give it back.
#include "indexer/run/manifest.h"
#include "tests/fuzz/target.h"
#include "tests/support/temp_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  static const test::TempFolder folder;
  auto manifest = load_manifest(folder.write(kManifestName, fuzz::as_text(data, size)));
  if (!manifest) {
    fuzz::require(!manifest.error().message.empty(), "an error is a sentence");
    return 0;
  }
  fuzz::require(manifest->shards >= 1 && manifest->shards <= 256, "shards can be counted");
  for (const ManifestEntry& entry : manifest->entries)
    fuzz::require(shard_of(entry.id, manifest->shards) < manifest->shards, "a shard is there");
  return 0;
}
