// "Adoption but not fostering", "exploitation other than sexual": a topic that answers do without.
#pragma once

#include "common/field/thesaurus/thesaurus.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// The words `first` to `end` (not included) of a query set a topic apart, which is what `topic` to
// `end` name.
struct Contrast {
  size_t first = 0, topic = 0, end = 0;
};

// The contrasts among `words`, as typed, from left to right, each behind another topic. "Other
// than" and the like set the term or word behind them apart. "But not" does so only with one of a
// few names of services and groups, and "not" only between two of them, since both mostly judge:
// "children not seen alone", "visits but not recorded".
std::vector<Contrast> contrasts_in(const std::vector<std::string>& words,
                                   const Thesaurus& thesaurus);

}  // namespace ofsearch
