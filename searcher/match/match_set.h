// Which passages answer a query: those that have all of its concepts; where no report has such a
// one, those that have most of them.
#pragma once

#include "searcher/plan/plan.h"
#include "searcher/results.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

struct MatchSet {
  Xapian::Query query;           // without filters; match_all() where the plan asks for nothing
  Xapian::Query some;            // the passages that have anything of the query
  std::string level;             // "all", "most", "any"; empty where nothing is asked for
  std::vector<ConceptUse> uses;  // of each concept
};

// The passages of `database` that answer `plan` and pass `filter`. While fewer than `enough`
// reports have them, the concept that tells least is given up; required ones never are. May throw
// Xapian::Error.
MatchSet choose_matches(const SearchPlan& plan, MatchMode mode, size_t enough,
                        const Xapian::Query& filter, const Xapian::Database& database);

}  // namespace ofsearch
