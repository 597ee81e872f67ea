// Writes databases: new ones, in which documents are only added, and copies of those of the
// generation before, in which some reports are taken out and others added.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// Gives reports, whole, until it gives none.
using NextReport = std::function<Result<std::optional<Report>>()>;

// The records of a report's passages, as examples for the dictionary that passages are packed with.
std::vector<std::string> sample_records(const Report& report);

// Writes a new database at `path` with the reports of `next`. `dictionary`: see RecordPacker.
Result<void> write_segment(const std::filesystem::path& path, const std::string& dictionary,
                           const NextReport& next);

// One compact database at `to` that holds what the databases `from` hold, in that order. With
// nothing in `from`, an empty one.
Result<void> merge_databases(const std::vector<std::filesystem::path>& from,
                             const std::filesystem::path& to);

// A copy at `to` of the database `from`, without the reports whose ids are `remove`, and with those
// of `next`, packed with the dictionary that the database has.
Result<void> update_database(const std::filesystem::path& from, const std::filesystem::path& to,
                             const std::vector<std::string>& remove, const NextReport& next);

}  // namespace ofsearch
