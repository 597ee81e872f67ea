// Numbers that a query compares: "caseloads above 25", "fewer than 18", "20 or more".
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// The words `first` to `last` of a query compare with a number, which stands among them.
struct Comparison {
  size_t first = 0, last = 0;
  bool above = false;  // else below
};

// `words`: of a query, as typed. Those among them, from left to right. No comparison is an age
// ("care leavers over 21"), a time ("over two years"), a year or a grade. `with_ages`: ages of
// people that are named before them are.
std::vector<Comparison> comparisons_in(const std::vector<std::string>& words,
                                       bool with_ages = false);

// Whether word number `at` belongs to one of them, and is not its number.
bool compares(const std::vector<std::string>& words, size_t at);

// The finding that the comparison at `at` asks for: "caseloads above 25" are a fault; neutral where
// nothing is known to be good or bad that is measured, and behind its first word.
Finding finding_of_comparison(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
