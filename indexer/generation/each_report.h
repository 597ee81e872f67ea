// The reports of an index, as it holds them.
#pragma once

#include "common/index/index.h"
#include "common/report/report.h"
#include "common/system/result.h"

#include <functional>

namespace ofsearch {

// Calls `take` with every report, without its passages, in no particular order. kIndexDamaged.
Result<void> each_report(const Xapian::Database& database, const std::function<void(Report)>& take);

}  // namespace ofsearch
