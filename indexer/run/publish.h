// Writing a generation and making it the index.
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

// Writes `reports` beside the index in use, tries and seals that, and publishes it with `manifest`.
// Where little has changed, the shards are changed copies of those before.
Result<Generation> publish_generation(const GenerationStore& store, const IndexBefore& before,
                                      const Changes& changes,
                                      const std::vector<SettledReport>& reports,
                                      const ReportCache& cache, int jobs, Manifest* manifest,
                                      const ProgressCallback& progress);

// Where no report has changed: the generation stays, with what is now known of the files.
Result<void> keep_generation(const Generation& generation, const Manifest& before,
                             const Manifest& manifest);

// Removes from the cache what neither `manifest` nor an older generation is made from.
void sweep_cache(const GenerationStore& store, const Manifest& manifest, ReportCache* cache);

}  // namespace ofsearch
