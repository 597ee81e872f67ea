// What a run has to do: the corpus as it is against the manifest of the generation in use.
#pragma once

#include "common/system/result.h"
#include "indexer/run/corpus.h"
#include "indexer/run/manifest.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct FileToRead {
  const CorpusFile* file = nullptr;
  const ManifestEntry* before = nullptr;  // its entry in the manifest, if it has one
  std::string known_sha256;  // if its content has this hash, there is nothing new in it
};

struct ChangePlan {
  std::vector<FileToRead> to_read;
  std::vector<const ManifestEntry*> unchanged;
  std::vector<const ManifestEntry*> gone;
  // Under a folder that cannot be opened: kept as they are.
  std::vector<const ManifestEntry*> out_of_sight;
};

// A file whose size and time of change are those of its entry is unchanged. `retry_failed`: one
// that could not be read then is to be read all the same. The plan points into the arguments,
// which must outlive it.
ChangePlan plan_changes(const Corpus& corpus, const Manifest& before, bool retry_failed);

// kRefused when more than half of the documents in `before` have vanished, or there is no report
// at all: most likely the place where they lie is not mounted. Files that were merely renamed
// (a new file of the same size) do not count.
Result<void> check_shrinking(const Corpus& corpus, const Manifest& before, const ChangePlan& plan);

}  // namespace ofsearch
