// Counts of reports by value of a field.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/schema.h"
#include "searcher/filters.h"
#include "searcher/results.h"

namespace ofsearch {

// Counts over the reports that `text` (a query over report documents, MatchAll for none) and
// `filters` select. A facet's counts leave that facet's own filter out. Exact. May throw
// Xapian::Error.
std::vector<Facet> count_facets(const Xapian::Database& database, const Xapian::Query& text,
                                const Filters& filters, const std::vector<const Field*>& facets);

}  // namespace ofsearch
