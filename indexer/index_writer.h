// The only code that writes databases. A shard is never changed in place: reports are added in
// segments, small databases that are written once, side by side; reports are taken away in a copy;
// and compaction makes one shard of the copy and the segments.
#pragma once

#include "common/report.h"
#include "common/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// Writes a new database at `path` with the reports that `next` gives until it gives none.
// Passages that were not yet written when memory reached the flush size are flushed in between.
Result<void> write_segment(const std::filesystem::path& path,
                           const std::function<Result<std::optional<Report>>()>& next);

// A copy of the database `from` at `to`, without the reports of these ids.
Result<void> copy_without(const std::filesystem::path& from, const std::filesystem::path& to,
                          const std::vector<std::string>& report_ids);

// One compact database at `to` that holds what the databases `from` hold, in that order. With
// nothing in `from`, an empty one.
Result<void> merge_databases(const std::vector<std::filesystem::path>& from,
                             const std::filesystem::path& to);

// The database `from` under a second name, sharing its files; a copy where that cannot be.
Result<void> link_database(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace ofsearch
