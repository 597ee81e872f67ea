// The best matches of a query in an order that does not depend on how the index is divided.
#pragma once

#include "common/index/index.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

struct BestMatch {
  Xapian::docid id = 0;
  double weight = 0;
  std::string report_id;  // empty where neither the order nor collapsing has asked for it
};

struct BestMatches {
  std::vector<BestMatch> matches;
  bool all = false;  // no other passage matches
};

// The best `size` passages, or all, that `enquire` (its query and weights, over `index`) finds,
// best first. Of equal weight, those first by report id and then in reading order are among them,
// and are in that order where the report ids are known. Neither document ids, which follow the
// shards, nor the order in which a shard adds weights up decide about the last places. Sets the
// order of `enquire`. May throw Xapian::Error.
BestMatches best_matches(Xapian::Enquire* enquire, const Index& index, Xapian::doccount size);

}  // namespace ofsearch
