// Which passages match a query: those with all of its concepts or, if too few reports have such a
// passage, those with most of them.
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
  Xapian::Query any_finding;     // the same with passages that `query` leaves out (not_counted)
  Xapian::Query whole;           // what has all concepts, where `query` asks for fewer; or empty
  Xapian::Query some;            // the passages with any part of the query, and not left out
  std::string level;             // "all", "most", "any"; empty if the plan has no concept
  std::vector<ConceptUse> uses;  // one a concept
  std::string not_counted;       // which passages do not match though they have it all; or empty
};

// By which passages are chosen. Queries are of documents, without words.
struct MatchRules {
  MatchMode mode = MatchMode::kBest;
  // The names of the optional concepts that are asked for; nothing: as many as enough reports have.
  std::optional<std::vector<std::string>> concepts;
  Xapian::doccount enough = 1;  // reports of the whole index
  Xapian::doccount many = 1;    // reports: a word that so many have does not stand for the query
  // Passages that find the opposite of what the plan's words ask for do not match, unless nothing
  // that passes the filters is left without them.
  bool by_direction = false;
  Xapian::Query everything, filtered;  // all documents, and those that pass the filters
};

// The passages of `database` that match `plan`. Where fewer than enough reports of the index have
// such passages, concepts are dropped: those of least weight first, but no term of the field that
// hardly a report has for one that many have, if no report has all. Where none that passes the
// filters is left, more are dropped. Required concepts are never dropped. A common word that is no
// term of the field is never all that is left: then nothing is dropped. Filters do not change which
// concepts are asked for while one report is left, so that counts of facets are those of the lists
// to which they lead. May throw Xapian::Error.
MatchSet choose_matches(const SearchPlan& plan, const MatchRules& rules,
                        const Xapian::Database& database);

}  // namespace ofsearch
