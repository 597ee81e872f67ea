// Checks an index: quickly, before it is published or updated; thoroughly, for `ofindex --check`.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/manifest.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

// Makes the quick check: opens every shard of a generation, runs a query, and compares the number
// of documents with the manifest. Error: kIndexDamaged if anything is missing.
Result<void> try_generation(const Generation& generation, const Manifest& manifest);

struct IndexCheck {
  size_t reports = 0, passages = 0;
  int shards = 0, generation = 0;
  bool has_earlier = false;           // a generation to go back to
  std::vector<std::string> problems;  // sentences; empty when the index is sound
};

// Makes the thorough check of the index at `index`: the checksums of its files, Xapian's check of
// every table, the schema version, and that every report of the manifest and each of its passages
// are there. Damage is in `problems`, not an error. Errors: kNotFound, kRefused (ofindex did not
// make it), kUnreadable.
Result<IndexCheck> check_index(const std::filesystem::path& index);

}  // namespace ofsearch
