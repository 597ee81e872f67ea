// Tells what weighs on staff where there is much of it: caseloads, turnover, vacancies.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether `form`, a sentence or clause in search form, speaks of a burden, without a word of
// what is done about it: "Caseloads remain high", "high staff turnover"; not "low caseloads and
// high aspirations".
bool bears_a_burden(std::string_view form);

// Tells whether `form`, a sentence or clause in search form, says that a burden is high, whatever
// is done about it: "Though falling, caseloads for some staff remain very high". It does not if
// that is a condition ("when caseloads are high"), or how it was.
bool is_said_high(std::string_view form);

}  // namespace ofsearch
