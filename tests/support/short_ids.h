// Results in a form that is short to write down.
#pragma once

#include "searcher/results/results.h"

#include <algorithm>
#include <string>

namespace ofsearch::test {

// The last digit of each report's id, in the order of the results.
inline std::string short_ids(const SearchResults& results) {
  std::string ids;
  for (const ReportHit& hit : results.hits) ids += hit.report.id.back();
  return ids;
}

// The same in order.
inline std::string sorted_short_ids(const SearchResults& results) {
  std::string ids = short_ids(results);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace ofsearch::test
