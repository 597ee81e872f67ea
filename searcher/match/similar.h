// Reports similar to a given one: --similar.
#pragma once

#include "common/report/report.h"
#include "common/words/stemmer.h"
#include "searcher/plan/lookup/index_terms.h"
#include "searcher/results/results.h"

#include <xapian.h>

namespace ofsearch {

// Up to `limit` other reports, best first, by words that distinguish `wanted` (a report with its
// passages): frequent in it, rare elsewhere, not proper names. Each hit lists the words that it
// shares. May throw Xapian::Error.
SearchResults find_similar(const Report& wanted, size_t limit, const Xapian::Database& database,
                           IndexTerms* index, Stemmer* stemmer);

}  // namespace ofsearch
