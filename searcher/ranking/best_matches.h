// Finds the best matches of a query, in an order that does not depend on the shards of the index.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

struct BestMatch {
  Xapian::docid id = 0;
  double weight = 0;
  std::string report_id;
};

struct BestMatches {
  std::vector<BestMatch> matches;
  bool all = false;  // whether `matches` are all that match
};

// Returns the best `size` passages that `enquire` (its query and weights) finds, best first; all if
// there are fewer. Ties are broken by report id, then by reading order. So neither document ids,
// which depend on the shards, nor rounding, which depends on the order of a shard's sums, decides
// which passages are among them. Sets the sort order of `enquire`. May throw Xapian::Error.
BestMatches best_matches(Xapian::Enquire* enquire, Xapian::doccount size);

}  // namespace ofsearch
