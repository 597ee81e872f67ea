// Says in words why a passage ranks where it does.
#pragma once

#include "common/records/passage_record.h"
#include "searcher/plan/plan.h"
#include "searcher/ranking/text_matcher.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns a line for each term of the plan. It names the words by which the term was found, each
// with the numbers of its sentences, from 1; or it says that the term is not there.
std::vector<std::string> reasons_of_words(const PassageView& passage,
                                          const std::vector<Occurrence>& found,
                                          const SearchPlan& plan);

// Returns the line for the factor of a finding. `direction` is as SearchPlan::direction, and
// `factor` as direction_factor() returns it.
std::string reason_of_finding(int direction, double factor);

// Returns the line for a factor: "rows of a table: times 0.50".
std::string reason_of_factor(std::string_view what, double factor);

}  // namespace ofsearch
