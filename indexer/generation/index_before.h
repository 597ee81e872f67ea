// Looks at the index at the start of a run, and tells whether the run can update it.
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
  std::string unusable;  // why the index must be rewritten as a whole; empty if it can be updated
};

// Looks at the index at `path`, whose generations are in `store`. `shards` is how many the run
// wants; 0: as many as the index has. Errors: kRefused as GenerationStore::current(); kUnreadable
// if a file cannot be read. Damage is not an error: such an index is `unusable`.
Result<IndexBefore> look_at_index(const std::filesystem::path& path, const GenerationStore& store,
                                  int shards);

}  // namespace ofsearch
