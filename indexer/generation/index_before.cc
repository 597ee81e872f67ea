#include "indexer/generation/index_before.h"

#include "common/index/checksums.h"
#include "common/index/index.h"
#include "common/index/marks.h"
#include "common/index/schema.h"
#include "indexer/generation/each_report.h"
#include "indexer/generation/index_check.h"

#include <set>
#include <utility>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

Result<std::string> why_unusable(const IndexBefore& before, int shards) {
  const Manifest& manifest = before.manifest;
  if (manifest.schema != kSchemaVersion) return std::string("it has another schema version");
  if (manifest.marks != marks_version())
    return std::string("it has the marks of another thesaurus or table of topics");
  if (shards != 0 && shards != manifest.shards)
    return std::string("the number of shards has changed");
  auto sound = verify_checksums(before.generation->path);
  if (!sound && sound.error().code == ErrorCode::kUnreadable) return sound.error();
  if (sound) sound = try_generation(*before.generation, manifest);
  return sound ? std::string() : sound.error().message;
}

// Returns what the reports themselves tell where the manifest is lost. That is enough to keep the
// date of each, to find the folders again and to notice that most of them have vanished. Reads as
// much as can be read.
Manifest salvage_manifest(const fs::path& path) {
  Manifest manifest;
  auto index = open_index(path);
  if (!index) return manifest;
  std::set<std::string> roots;
  manifest.shards = static_cast<int>(index->shards.size());
  (void)each_report(index->database, [&](const Report& report) {
    manifest.reports.push_back({report.id, report.sha256, report.path, report.indexed, 0, ""});
    manifest.ocr = manifest.ocr || report.ocr;
    std::string root = report.file;
    if (root.ends_with("/" + report.path)) root.resize(root.size() - report.path.size() - 1);
    roots.insert(root);
  });
  manifest.roots.assign(roots.begin(), roots.end());
  return manifest;
}

}  // namespace

Result<IndexBefore> look_at_index(const fs::path& path, const GenerationStore& store, int shards) {
  IndexBefore before;
  before.generation = OF_TRY(store.current());
  if (!before.generation) return before;
  auto manifest = load_manifest(before.generation->manifest());
  // A disk that fails for a moment is no reason to forget since when each report has been there.
  if (!manifest && manifest.error().code == ErrorCode::kUnreadable) return manifest.error();
  if (!manifest) {
    before.unusable = manifest.error().message;
    bool other = manifest.error().code == ErrorCode::kIndexVersion;
    before.manifest =
        other ? load_first_manifest(before.generation->manifest()) : salvage_manifest(path);
    return before;
  }
  before.manifest = std::move(*manifest);
  before.unusable = OF_TRY(why_unusable(before, shards));
  return before;
}

}  // namespace ofsearch
