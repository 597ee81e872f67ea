// Writes databases. A shard is never changed in place: reports are added in segments, small
// databases that are written once, side by side, and Xapian's compaction makes one shard of the one
// before and the segments, or, where reports are taken away, of segments alone.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// The records of a report's passages, as examples for the dictionary that passages are packed with.
std::vector<std::string> sample_records(const Report& report);

// Writes a new database at `path` with the reports that `next` gives until it gives none.
// `dictionary`: see RecordPacker.
Result<void> write_segment(const std::filesystem::path& path, const std::string& dictionary,
                           const std::function<Result<std::optional<Report>>()>& next);

// One compact database at `to` that holds what the databases `from` hold, in that order. With
// nothing in `from`, an empty one.
Result<void> merge_databases(const std::vector<std::filesystem::path>& from,
                             const std::filesystem::path& to);

// The database `from` under a second name, sharing its files; a copy where that cannot be.
Result<void> link_database(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace ofsearch
