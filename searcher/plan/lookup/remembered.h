// A cache for expensive subqueries, such as phrases, that occur in several queries of one search:
// each is evaluated once.
#pragma once

#include <xapian.h>

#include <string>

namespace ofsearch {

// A query that matches what `query` matches, with weight 0. It is evaluated once a shard, within
// the time limit of `clock` (deadline.h); later searches use the list of documents (4 bytes each).
// Not for remote databases: with an empty `clock` the result is `query` itself.
Xapian::Query remembered(const Xapian::Query& query, const Xapian::Query& clock);

// The description of a query without the marks of remembered().
std::string describe_remembered(std::string description);

}  // namespace ofsearch
