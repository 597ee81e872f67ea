// Counts of reports by value of a field.
#pragma once

#include "common/index/schema.h"
#include "searcher/match/value_counter.h"
#include "searcher/query/filters.h"
#include "searcher/results.h"

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The reports that the text of a request finds: all, or those whose document has any of some terms.
struct ReportText {
  bool all = true;
  std::vector<std::string> any_of;
};

// The report documents that `text` and `filter` select.
Xapian::Query over_reports(const ReportText& text, const Xapian::Query& filter);

// Counts over the reports that `text` and `filters` select; `total` receives their number. A
// facet's counts leave that facet's own filter out. Exact. May throw Xapian::Error.
std::vector<Facet> count_facets(ValueCounter* counter, const ReportText& text,
                                const Filters& filters, const std::vector<const Field*>& facets,
                                size_t* total);

// The facet that counts passages, not reports, by what they find.
inline constexpr std::string_view kFindingFacet = "finding";

// Counts over the passages that `text` (a query over passages) and `filters`, without the one by
// finding, select. Exact. May throw Xapian::Error.
Facet count_findings(const Xapian::Database& database, const Xapian::Query& text,
                     const Filters& filters);

}  // namespace ofsearch
