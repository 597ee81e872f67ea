#include "indexer/generation/rollback.h"

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
          "build it with: ofindex FOLDER"};
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
  OF_CHECK(try_generation(*earlier, manifest));
  OF_CHECK(store.publish(*earlier, manifest.shards));
  return earlier->number;
}

}  // namespace ofsearch
