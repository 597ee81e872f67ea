// Reads one report with all its passages, as the index stores it.
#pragma once

#include "common/report/report.h"
#include "common/system/error.h"
#include "searcher/opened/opened_index.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// Returns the ids that begin with `part`, or `part` alone if it is an id. It returns at most one
// more than a message names. Throws Xapian::Error.
std::vector<std::string> ids_beginning_with(const Xapian::Database& database,
                                            const std::string& part);

// Returns the error for a `part` that names no single report: kNotFound if `ids` is empty, kUsage
// if it has several. `ids` are those that begin with `part`.
Error no_single_report(const std::string& part, const std::vector<std::string>& ids);

// Returns the report with its passages in order; nothing if the index has no report of that id.
// Throws Xapian::Error, and Xapian::DatabaseCorruptError if passages are missing, are there twice
// or belong to another report.
std::optional<Report> read_report(OpenedIndex* opened, const std::string& id);

}  // namespace ofsearch
