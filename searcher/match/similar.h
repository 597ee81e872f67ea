// Reports that read like another one.
#pragma once

#include "common/report/report.h"
#include "common/text/stemmer.h"
#include "searcher/plan/index_terms.h"
#include "searcher/results.h"

#include <xapian.h>

namespace ofsearch {

// Up to `limit` other reports, best first, by the words that tell `wanted` (with its passages) from
// the rest: frequent in it, rare elsewhere, no proper names. Each hit lists the words it shares.
// May throw Xapian::Error.
SearchResults find_similar(const Report& wanted, size_t limit, const Xapian::Database& database,
                           IndexTerms* index, Stemmer* stemmer);

}  // namespace ofsearch
