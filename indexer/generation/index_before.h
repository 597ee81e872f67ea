// The index as a run finds it, and whether it can be gone on with.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/manifest.h"

#include <filesystem>
#include <optional>
#include <string>

namespace ofsearch {

struct IndexBefore {
  std::optional<Generation> generation;
  Manifest manifest;     // of the generation; empty if there is none
  std::string unusable;  // why the index is to be written anew; empty if that is not so
};

// Of the index at `path`, whose generations are in `store`. `shards`: how many it is to have; 0: as
// many as it has. Errors: it is there but cannot be read.
Result<IndexBefore> look_at_index(const std::filesystem::path& path, const GenerationStore& store,
                                  int shards);

}  // namespace ofsearch
