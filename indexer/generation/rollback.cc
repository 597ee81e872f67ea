#include "indexer/generation/rollback.h"

#include "common/index/index.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/index_check.h"
#include "indexer/generation/index_lock.h"
#include "indexer/generation/manifest.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

Error nothing_there(const fs::path& index, const char* what) {
  return {ErrorCode::kNotFound, fmt::format("there is no {} at {}", what, index.string()),
          fmt::format("build it with: ofindex --db {} FOLDER", index.string())};
}

}  // namespace

Result<int> roll_back_index(const fs::path& index) {
  std::error_code error;
  if (!fs::is_directory(index, error)) return nothing_there(index, "index");
  FileLock lock = OF_TRY(lock_index(index));
  GenerationStore store(index);
  auto current = OF_TRY(store.current());
  if (!current) return nothing_there(index, "index");
  const Generation* earlier = nullptr;
  std::vector<Generation> generations = store.finished();
  for (const Generation& generation : generations)
    if (generation.number < current->number) earlier = &generation;
  if (earlier == nullptr) return nothing_there(index, "earlier generation");
  Manifest manifest = OF_TRY(load_manifest(earlier->manifest()));
  if (auto sound = try_generation(*earlier, manifest); !sound)
    return Error{sound.error().code, sound.error().message, rebuild_hint(index)};
  OF_CHECK(store.publish(*earlier, manifest.shards));
  return earlier->number;
}

}  // namespace ofsearch
