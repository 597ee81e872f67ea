// Lists the filters of a request. Each can be left out. Advice uses them where nothing is found.
#pragma once

#include "searcher/results/results.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct Clause {
  std::string shown;  // names what is then searched: "without region London"
  std::function<void(SearchRequest*)> leave_out;
};

// Returns one clause for each field that the request filters by, and one for each bound of its
// dates; none if it has no filter. Some fields have further clauses before their own. Judgements
// that must all be so have one for each judgement. A change of grade has one that leaves out the
// grade before it.
std::vector<Clause> filter_clauses(const SearchRequest& request);

}  // namespace ofsearch
