// Writes databases: new ones, and updated copies of those of the last
// generation.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// Returns the next report, with its passages; nothing at the end.
using NextReport = std::function<Result<std::optional<Report>>()>;

// Returns the records of a report's passages, as samples for learn_dictionary().
std::vector<std::string> sample_records(const Report& report);

// Writes a new database at `path` with the reports of `next`. For `dictionary` see RecordPacker.
// Errors of all functions here: those of `next`, the disk and the database.
Result<void> write_segment(const std::filesystem::path& path, const std::string& dictionary,
                           const NextReport& next);

// Writes one compact database at `to` with the documents of the databases `from`, in that order; an
// empty database if `from` is empty.
Result<void> merge_databases(const std::vector<std::filesystem::path>& from,
                             const std::filesystem::path& to);

// Copies the database `from` to `to`, deletes the reports with the ids `remove`, and adds those of
// `next`, packed with the dictionary of the database.
Result<void> update_database(const std::filesystem::path& from, const std::filesystem::path& to,
                             const std::vector<std::string>& remove, const NextReport& next);

}  // namespace ofsearch
