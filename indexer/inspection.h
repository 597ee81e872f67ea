// Reads documents for a look at them: `ofindex --inspect`.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "indexer/metadata/corrections/corrections.h"
#include "indexer/workers/document_reading.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct InspectOptions {
  std::vector<std::string> roots;
  int jobs = 0;  // processes side by side; 0: one a core
  ReadingLimits limits;
  std::optional<Corrections> corrections;
};

// Reads every document and hands it on in the order of their paths, or the error for which it could
// not be read. Writes no index. Standing grades come from the documents given.
Result<void> inspect(const InspectOptions& options,
                     const std::function<void(const std::string& path, Result<Report>)>& sink);

}  // namespace ofsearch
