// The index as a run finds it, and whether it can be gone on with.
#pragma once

#include "common/system/result.h"
#include "indexer/run/generation.h"
#include "indexer/run/manifest.h"

#include <filesystem>
#include <optional>
#include <string>

namespace ofsearch {

struct IndexBefore {
  std::optional<Generation> generation;
  Manifest manifest;     // of the generation; empty if there is none
  std::string unusable;  // why every document is to be read again; empty if that is not so
};

// What a run is asked for that an index may not be.
struct WantedIndex {
  bool rebuild = false;
  int shards = 0;  // 0: as many as it has
};

// Of the index at `path`, whose generations are in `store`. Errors: it is there but cannot be read.
Result<IndexBefore> look_at_index(const std::filesystem::path& path, const GenerationStore& store,
                                  const WantedIndex& wanted);

}  // namespace ofsearch
