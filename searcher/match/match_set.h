// Which passages match a query: those with all of its concepts or, if too few reports have such a
// passage, those with most of them.
#pragma once

#include "searcher/plan/plan.h"
#include "searcher/results.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

struct MatchSet {
  Xapian::Query query;           // without filters; match_all() if the plan has no concept
  Xapian::Query any_finding;     // the same with passages that `query` leaves out (not_counted)
  Xapian::Query some;            // the passages with any part of the query
  std::string level;             // "all", "most", "any"; empty if the plan has no concept
  std::vector<ConceptUse> uses;  // one a concept
  std::string not_counted;       // which passages do not match though they have it all; or empty
};

// The passages of `database` that match `plan` and pass `filter`. While fewer than `enough` reports
// have such passages, the concept of least weight is dropped; required concepts are never dropped.
// `by_direction`: passages that find the opposite of what the plan's words ask for do not match,
// unless fewer than `enough` reports are left without them. May throw Xapian::Error.
MatchSet choose_matches(const SearchPlan& plan, MatchMode mode, size_t enough, bool by_direction,
                        const Xapian::Query& filter, const Xapian::Database& database);

}  // namespace ofsearch
