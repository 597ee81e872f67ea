// The totals and facets of a search.
#pragma once

#include "searcher/match/match_set.h"
#include "searcher/match/selection.h"
#include "searcher/opened/facets.h"
#include "searcher/opened/opened_index.h"
#include "searcher/results/results.h"

#include <string>
#include <vector>

namespace ofsearch {

// Writes the totals, the level and its concepts, and the facets `names` to `results`. `counted`:
// the reports of `matches`. May throw Xapian::Error.
void write_counts(const MatchSet& matches, const MatchesByReport& counted,
                  const Selection& selection, const std::vector<std::string>& names,
                  OpenedIndex* opened, SearchResults* results);

// Counts what has only some of the query, where that is not too much to count.
void count_some(const MatchSet& matches, const Selection& selection, const OpenedIndex& opened,
                SearchResults* results);

// Writes how many passages and reports have some of the query, of which the results know already
// how many are counted.
void write_some(size_t passages, size_t reports, SearchResults* results);

}  // namespace ofsearch
