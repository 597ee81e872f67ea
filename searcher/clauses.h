// The parts of a request, each of which can be left out: for advice where nothing is found.
#pragma once

#include "searcher/results/results.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct Clause {
  std::string shown;  // what is then searched: "without region London"
  std::function<void(SearchRequest*)> leave_out;
};

// One a field that the request filters by, and one for each bound of its dates. Before that of the
// field: of judgements that must all be so, one for each of them; of a change of grade, one for the
// grade before it.
std::vector<Clause> filter_clauses(const SearchRequest& request);

}  // namespace ofsearch
