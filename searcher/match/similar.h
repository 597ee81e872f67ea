// Finds reports similar to a given one, for --similar.
#pragma once

#include "common/report/report.h"
#include "searcher/opened/opened_index.h"
#include "searcher/results/results.h"

namespace ofsearch {

// Returns up to `limit` reports other than `wanted`, best first; `wanted` is a report with its
// passages. They are found by telling words: those that more passages of `wanted` have than
// passages of all reports. Proper names are left out, and terms of the field weigh more than other
// words. A score is how much of that a report has, from 0 to 1. It compares shares of passages, so
// long and short reports have the same chance. Each hit lists the words that it shares. May throw
// Xapian::Error, and OutOfTime past the deadline of `opened`.
SearchResults find_similar(const Report& wanted, size_t limit, OpenedIndex* opened);

}  // namespace ofsearch
