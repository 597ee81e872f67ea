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

// The stable id of the report at `path`: 12 hexadecimal digits.
std::string report_id(std::string_view path);

}  // namespace ofsearch
