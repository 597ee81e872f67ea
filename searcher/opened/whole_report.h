// One report with all its passages, as the index stores it.
#pragma once

#include "common/report/report.h"
#include "common/system/error.h"
#include "searcher/opened/opened_index.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// The ids that begin with `part`, or `part` alone where it is one; a few more than a message names
// at most. Throws Xapian::Error.
std::vector<std::string> ids_beginning_with(const Xapian::Database& database,
                                            const std::string& part);

// Why `part` names no single report, where `ids` begin with it: kNotFound for none, kUsage for
// several.
Error no_single_report(const std::string& part, const std::vector<std::string>& ids);

// Nothing if the index has no report of that id. Throws Xapian::Error, and
// Xapian::DatabaseCorruptError if passages are missing, are there twice or belong to another
// report.
std::optional<Report> read_report(OpenedIndex* opened, const std::string& id);

}  // namespace ofsearch
