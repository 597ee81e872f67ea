// Chooses the passages that match a query: those with all of its concepts. If too few reports have
// such a passage, those with most of the concepts match instead.
#pragma once

#include "searcher/plan/plan.h"
#include "searcher/results/results.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct MatchSet {
  Xapian::Query query;           // without filters; match_all() if the plan has no concept
  Xapian::Query any_finding;     // `query` with the passages that it leaves out (not_counted)
  Xapian::Query whole;           // has all concepts, if `query` asks for fewer; else empty
  Xapian::Query some;            // passages with any part of the query, unless left out
  std::string level;             // "all", "most", "any"; empty if the plan has no concept
  std::vector<ConceptUse> uses;  // one a concept
  std::string not_counted;       // names passages left out though they have it all; or empty
};

// The rules by which passages are chosen. Queries here find documents, and hold no words.
struct MatchRules {
  MatchMode mode = MatchMode::kBest;
  // The names of the optional concepts that a passage must have. Without a value, choose_matches()
  // asks for as many as enough reports have.
  std::optional<std::vector<std::string>> concepts;
  Xapian::doccount enough = 1;  // reports of the whole index
  Xapian::doccount many = 1;    // reports; a word that so many have does not stand for the query
  // Leaves out passages that find the opposite of what the plan's words ask for, unless no passage
  // that passes the filters is then left.
  bool by_direction = false;
  Xapian::Query everything, filtered;  // all documents, and those that pass the filters
};

// Returns the queries for the passages of `database` that match `plan`.
// If fewer than `rules.enough` reports of the index have such passages, concepts are dropped, those
// of least weight first. If no report has all concepts, a term of the field that hardly a report
// has is kept before one that many have. If no passage that passes the filters is left, more
// concepts are dropped. Required concepts are never dropped. A common word that is no term of the
// field is never kept alone: then nothing is dropped. Filters do not change which concepts are
// asked for while one report is left. So a facet counts what the list to which it leads will show.
// May throw Xapian::Error.
MatchSet choose_matches(const SearchPlan& plan, const MatchRules& rules,
                        const Xapian::Database& database);

}  // namespace ofsearch
