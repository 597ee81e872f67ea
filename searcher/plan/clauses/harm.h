// Harm that is said not to be there: "no child was unsafe", "did not find any children at immediate
// risk". Reports say so in many words, and beside faults as often as beside praise.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// The words from `first` to before `end` say it. `says`: the words that a passage has behind its
// own denial, in this order; one of the lists is enough.
struct DeniedHarm {
  size_t first = 0, end = 0;
  std::vector<std::vector<std::string>> says;
};

// The first of the query's words as typed; `end` is 0 where there is none. "Not protected from
// harm" and "no help for children at risk" deny no harm.
DeniedHarm denied_harm(const std::vector<std::string>& typed);

}  // namespace ofsearch
