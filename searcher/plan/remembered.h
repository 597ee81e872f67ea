// What is dear to look for and stands in several queries of one search, as phrases do: looked for
// once.
#pragma once

#include <xapian.h>

#include <string>

namespace ofsearch {

// Finds what `query` finds and weighs nothing. The first search that meets it looks through each
// shard once, with `clock` (deadline.h), and all that follow take its list of documents (4 bytes
// each). Not for servers; with an empty clock it is `query` itself.
Xapian::Query remembered(const Xapian::Query& query, const Xapian::Query& clock);

// The description of a query as if nothing were remembered.
std::string describe_remembered(std::string description);

}  // namespace ofsearch
