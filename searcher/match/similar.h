// Reports similar to a given one: --similar.
#pragma once

#include "common/report/report.h"
#include "searcher/opened/opened_index.h"
#include "searcher/results/results.h"

namespace ofsearch {

// Up to `limit` other reports, best first, by words that distinguish `wanted` (a report with its
// passages): frequent in it, rare elsewhere, not proper names; those of the field's terms
// before others. Each hit lists the words that it shares. May throw Xapian::Error, and OutOfTime
// past the deadline of `opened`.
SearchResults find_similar(const Report& wanted, size_t limit, OpenedIndex* opened);

}  // namespace ofsearch
