// Statistics of an index: `ofindex --stats`.
#pragma once

#include "common/records/report_json.h"
#include "common/system/result.h"

#include <filesystem>
#include <string>

namespace ofsearch {

// Returns the facts of an index:
// {"index", "generation", "published", "program", "schema_version", "reports", "passages",
//  "roots": [folders], "unreadable", "left_out": [{"path", "reason"}], "warnings": [sentences],
//  "document_warnings": [{"path", "warning"}], "first_indexed", "last_indexed",
//  "shards": [{"name", "documents", "bytes", "tables": {"postlist": bytes, ...}}],
//  "generations": [numbers],
//  "fields": {"<field>": [{"value", "count"}]}}   counts of reports, most frequent first
// Errors as open_index().
Result<Json> index_stats(const std::filesystem::path& index);

// Returns the same for people in several lines, which are folded to `width` columns; 0: not folded.
std::string format_stats(const Json& stats, size_t width);

// Returns, for `--stats --warnings`, what could not be read, was left out or is doubtful, a line
// each, folded as well; "no warnings" if there is nothing.
std::string format_warnings(const Json& stats, size_t width);

}  // namespace ofsearch
