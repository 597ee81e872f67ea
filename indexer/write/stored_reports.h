// Reports as they lie in an index, for what a run needs of those that it does not read again.
#pragma once

#include "common/index/index.h"
#include "common/report/report.h"
#include "common/report/report_json.h"
#include "common/system/result.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

// Calls `take` with every report, without its passages, in no particular order.
Result<void> for_each_report(const Xapian::Database& database,
                             const std::function<void(Report)>& take);

// One report with all its passages: its fields as JSON and the passages as encode_passage() wrote
// them, in order. kIndexDamaged if it is not whole.
struct StoredReport {
  Json head;
  std::vector<std::string> records;
};
Result<StoredReport> load_report(const Xapian::Database& database, const std::string& id);

}  // namespace ofsearch
