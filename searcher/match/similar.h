// Reports similar to a given one: --similar.
#pragma once

#include "common/report/report.h"
#include "searcher/opened/opened_index.h"
#include "searcher/results/results.h"

namespace ofsearch {

// Up to `limit` other reports, best first, by the words that more passages of `wanted` (a report
// with its passages) have than passages of all reports; no proper names, and those of the field's
// terms before others. A score is how much of that a report has, from 0 to 1: shares of passages
// are compared, so that long reports and short ones have the same chance. Each hit lists the words
// that it shares. May throw Xapian::Error, and OutOfTime past the deadline of `opened`.
SearchResults find_similar(const Report& wanted, size_t limit, OpenedIndex* opened);

}  // namespace ofsearch
