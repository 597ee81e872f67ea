// Whether an index is whole: the quick look before it is published, and `ofindex --check`.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/manifest.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

// Opens every shard of a generation, asks it a query, and compares its number of documents with
// the manifest. kIndexDamaged if anything is missing.
Result<void> try_generation(const Generation& generation, const Manifest& manifest);

struct IndexCheck {
  size_t reports = 0, passages = 0;
  int shards = 0, generation = 0;
  std::vector<std::string> problems;  // sentences; empty when the index is sound
};

// Reads the whole index at `index`: the checksums of its files, Xapian's own check of every table,
// the schema, and for every report of the manifest that it and each of its passages are there.
// Errors: kNotFound, kRefused (not made by ofindex), kUnreadable when it cannot be looked at, which
// is no damage.
Result<IndexCheck> check_index(const std::filesystem::path& index);

}  // namespace ofsearch
