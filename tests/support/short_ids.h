// Results in a form that is short to write down.
#pragma once

#include "searcher/results.h"

#include <string>

namespace ofsearch::test {

// The last digit of each report's id, in the order of the results.
inline std::string short_ids(const SearchResults& results) {
  std::string ids;
  for (const ReportHit& hit : results.hits) ids += hit.report.id.back();
  return ids;
}

}  // namespace ofsearch::test
