// Counts the totals and facets of a search.
#pragma once

#include "searcher/match/match_set.h"
#include "searcher/match/selection.h"
#include "searcher/opened/facets.h"
#include "searcher/opened/opened_index.h"
#include "searcher/results/results.h"

#include <string>
#include <vector>

namespace ofsearch {

// Writes the totals, the level and its concepts, and the facets `names` to `results`. Names of no
// field are passed over. `counted` holds the reports of `matches`. May throw Xapian::Error.
void write_counts(const MatchSet& matches, const MatchesByReport& counted,
                  const Selection& selection, const std::vector<std::string>& names,
                  OpenedIndex* opened, SearchResults* results);

// Counts what has only some of the query. Writes nothing if more than 50,000 passages have it. May
// throw Xapian::Error.
void count_some(const MatchSet& matches, const Selection& selection, const OpenedIndex& opened,
                SearchResults* results);

// Writes how many passages and reports have only some of the query. `passages` and `reports` count
// all that have some; those that `results` counts already are taken off.
void write_some(size_t passages, size_t reports, SearchResults* results);

}  // namespace ofsearch
