// Why a passage ranks where it does, in words.
#pragma once

#include "common/records/passage_record.h"
#include "searcher/plan/plan.h"
#include "searcher/ranking/text_matcher.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// A line for each term of the plan: the words that it was found by, each with the number of its
// sentence, from 1; or that it was not found.
std::vector<std::string> reasons_of_words(const PassageView& passage,
                                          const std::vector<Occurrence>& found,
                                          const SearchPlan& plan);

// `direction` as SearchPlan::direction; `factor` as direction_factor() has it.
std::string reason_of_finding(int direction, double factor);

// "rows of a table: times 0.50".
std::string reason_of_factor(std::string_view what, double factor);

}  // namespace ofsearch
