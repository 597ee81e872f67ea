// How many reports and passages answer a request, and the counts of its facets. Report documents
// are counted where they can tell, passages where only they can.
#pragma once

#include "searcher/match/value_counter.h"
#include "searcher/query/filters.h"
#include "searcher/query/index_terms.h"
#include "searcher/query/planner.h"
#include "searcher/results.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

struct Counts {
  Xapian::Query report_query;  // finds the report documents of the answer
  size_t reports = 0, passages = 0;
  bool exact = true;  // both, and the facets; only the number of passages may be an estimate
  std::vector<Facet> facets;
};

// `plan` is nullptr where nothing was typed; `facets` are names of fields, or kFindingFacet. May
// throw Xapian::Error.
Counts count_answers(const Xapian::Database& database, IndexTerms* index, ValueCounter* values,
                     const SearchPlan* plan, const Filters& filters,
                     const std::vector<std::string>& facets);

}  // namespace ofsearch
