// The best matches of a query, in an order that does not depend on the shards of the index.
#pragma once

#include "common/index/index.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

struct BestMatch {
  Xapian::docid id = 0;
  double weight = 0;
  std::string report_id;  // empty if it was needed neither for the order nor for collapsing
};

struct BestMatches {
  std::vector<BestMatch> matches;
  bool all = false;  // `matches` are all that match
};

// The best `size` passages that `enquire` (its query and weights, over `index`) finds, best first;
// all if there are fewer. Ties are broken by report id, then by reading order; matches of equal
// weight are in that order if the report ids are known. Neither document ids, which depend on the
// shards, nor rounding, which depends on the order of a shard's sums, decides who is among them.
// Sets the sort order of `enquire`. May throw Xapian::Error.
BestMatches best_matches(Xapian::Enquire* enquire, const Index& index, Xapian::doccount size);

}  // namespace ofsearch
