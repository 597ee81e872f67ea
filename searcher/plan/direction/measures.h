// How much there is of something, as a judgement: "high quality", "low morale", "turnover reduced".
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// `words`: of a query, as typed. `at`: the place of "high" or "low" among them. What is measured
// stands up to three words behind or before it: a strength where it is good, a weakness otherwise.
Finding finding_of_measure(const std::vector<std::string>& words, size_t at);

// The finding where there is much of what stands up to three words behind or before word number
// `at`; neutral where nothing is measured.
Finding finding_of_amount(const std::vector<std::string>& words, size_t at);

// Word number `at` tells that something rises, falls or gets better ("attendance dropping", "rising
// caseloads"): the finding that this is; neutral where the word tells nothing of the kind.
Finding finding_of_trend(const std::vector<std::string>& words, size_t at);

// Word number `at` is "above" or "below" an average, a target or a standard: the finding that this
// is; neutral where it is neither good nor bad.
Finding finding_of_rank(const std::vector<std::string>& words, size_t at);

// Whether there is less of what word number `at` names: "lower turnover", "delay reduced".
bool is_less_of(const std::vector<std::string>& words, size_t at);

// Whether word number `at` is a wait, and words beside it say how long: "waiting two years", "an 18
// month wait".
bool is_long_wait(const std::vector<std::string>& words, size_t at);
// Whether it is one of the words that say how long.
bool is_length_of_wait(const std::vector<std::string>& words, size_t at);

// Whether staff of agencies are among the next words, from `at` on.
bool speaks_of_agencies(const std::vector<std::string>& words, size_t at);

// Word number `at` says that a service relies on them: the finding that this is, by how much
// ("reduced reliance"); neutral where it says nothing of the kind.
Finding finding_of_reliance(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
