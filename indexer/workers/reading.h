// Makes one Report from one file: all stages from reader to passages.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "indexer/readers/reader.h"

#include <string>

namespace ofsearch {

// Runs the stages on the bytes of a file. `path` is the report's path within the corpus; its name
// decides the format if the content does not. Errors as read_document().
Result<Report> make_report(std::string_view bytes, const std::string& path,
                           const ReaderLimits& limits = {});

// Returns the id of the report of a file whose content has this SHA-256: its first 16 hexadecimal
// digits.
std::string report_id(std::string_view sha256);

// Returns the key of a document in the cache: files with the same key give the same report. It is
// made of the content's hash and the part of the file name that may decide the format.
std::string reading_key(std::string_view sha256, const std::string& path);

}  // namespace ofsearch
