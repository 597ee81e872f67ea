// One file to one Report: all stages from reader to passages.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "indexer/readers/reader.h"

#include <filesystem>
#include <string>

namespace ofsearch {

// Stages one after the other on a file's bytes. `path` is the report's path within the corpus; its
// name tells the format where the content does not. Errors as read_document().
Result<Report> make_report(std::string_view bytes, const std::string& path,
                           const ReaderLimits& limits = {});

// read_file() and make_report().
Result<Report> read_report(const std::filesystem::path& file, const std::string& path,
                           const ReaderLimits& limits = {});

// The id of the report of a file whose content has this SHA-256: its first 16 hexadecimal digits.
std::string report_id(std::string_view sha256);

// Files with the same key are read alike: their content is the same, and so is what of their names
// may tell the format.
std::string reading_key(std::string_view sha256, const std::string& path);

}  // namespace ofsearch
