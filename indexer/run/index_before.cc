#include "indexer/run/index_before.h"

#include "common/field/thesaurus.h"
#include "common/index/index.h"
#include "common/index/schema.h"
#include "common/system/version.h"
#include "indexer/run/index_check.h"
#include "indexer/write/stored_reports.h"

#include <utility>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

std::string why_unusable(const IndexBefore& before, const WantedIndex& wanted) {
  const Manifest& manifest = before.manifest;
  if (wanted.rebuild) return "--rebuild was given";
  if (manifest.schema != kSchemaVersion) return "the index has another schema version";
  if (manifest.program != kVersion) return "another version of ofindex read the documents";
  if (wanted.shards != 0 && wanted.shards != manifest.shards)
    return "the number of shards has changed";
  auto sound = try_generation(*before.generation, manifest);
  if (!sound) return sound.error().message;
  auto index = open_index(before.generation->shard(0));
  if (index && index->phrases != Thesaurus::builtin_version())
    return "the index marks the phrases of another thesaurus";
  return "";
}

// What the reports themselves tell where the manifest is lost: enough to keep the date of each and
// to notice that most of them have vanished. As much as can be read.
Manifest salvage_manifest(const fs::path& path) {
  Manifest manifest;
  auto index = open_index(path);
  if (!index) return manifest;
  manifest.shards = static_cast<int>(index->shards.size());
  (void)for_each_report(index->database, [&](const Report& report) {
    ManifestEntry entry;
    entry.path = report.path;
    entry.id = report.id;
    entry.sha256 = report.sha256;
    entry.indexed = report.indexed;
    manifest.entries.push_back(std::move(entry));
  });
  return manifest;
}

}  // namespace

Result<IndexBefore> look_at_index(const fs::path& path, const GenerationStore& store,
                                  const WantedIndex& wanted) {
  IndexBefore before;
  before.generation = OF_TRY(store.current());
  if (!before.generation) return before;
  auto manifest = load_manifest(before.generation->manifest());
  // A disk that fails for a moment is no reason to forget since when each report has been there.
  if (!manifest && manifest.error().code == ErrorCode::kUnreadable) return manifest.error();
  if (!manifest) {
    before.unusable = manifest.error().message;
    before.manifest = salvage_manifest(path);
    return before;
  }
  before.manifest = std::move(*manifest);
  before.unusable = why_unusable(before, wanted);
  return before;
}

}  // namespace ofsearch
