// Where a passage only mentions what is asked for: as one item of a list.
#pragma once

#include "searcher/match/text_matcher.h"
#include "searcher/query/plan.h"

#include <string_view>
#include <vector>

namespace ofsearch {

// Of the terms of the topic that `text` has, the share, by `weights`, that stands in lists only
// ("poor housing, substance misuse and neglect"): 0 to 1. `found` is in `text`.
double listed_share(std::string_view text, const std::vector<Occurrence>& found,
                    const SearchPlan& plan, const std::vector<double>& weights);

}  // namespace ofsearch
