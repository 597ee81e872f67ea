// Reads all reports of an index.
#pragma once

#include "common/index/index.h"
#include "common/report/report.h"
#include "common/system/result.h"

#include <functional>

namespace ofsearch {

// Calls `take` with every report, without its passages, in order of document ids. Errors:
// kIndexDamaged for a record that cannot be decoded, and those of xapian_error().
Result<void> each_report(const Xapian::Database& database, const std::function<void(Report)>& take);

}  // namespace ofsearch
