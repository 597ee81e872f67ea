// Writes a generation and publishes it.
#pragma once

#include "common/system/result.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/index_before.h"
#include "indexer/generation/manifest.h"
#include "indexer/run/changes.h"
#include "indexer/run/report_cache.h"
#include "indexer/run/run.h"
#include "indexer/run/settle.h"

#include <vector>

namespace ofsearch {

// Writes `reports` and `manifest` as a new generation, checks it, seals it and publishes it. If at
// most a fifth of the passages change, its shards are updated copies of the old ones. On an error
// the new generation is removed. Errors: kIndexDamaged if the cache or the new index is damaged,
// kInterrupted, and those of the disk and the database.
Result<Generation> publish_generation(const GenerationStore& store, const IndexBefore& before,
                                      const Changes& changes,
                                      const std::vector<SettledReport>& reports,
                                      const ReportCache& cache, int jobs, Manifest* manifest,
                                      const ProgressCallback& progress);

// Keeps the generation if no report has changed, and replaces its manifest if that has changed.
Result<void> keep_generation(const Generation& generation, const Manifest& before,
                             const Manifest& manifest);

// Removes cache entries that are used neither by `manifest` nor by a generation that is kept.
void sweep_cache(const GenerationStore& store, const Manifest& manifest, ReportCache* cache);

}  // namespace ofsearch
