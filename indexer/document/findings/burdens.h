// What weighs on staff where there is much of it: caseloads, turnover, vacancies.
#pragma once

#include <string_view>

namespace ofsearch {

// Of a sentence or clause in search form. "Caseloads remain high", "high staff turnover", and no
// word of what is done about it; not "low caseloads and high aspirations".
bool bears_a_burden(std::string_view form);

// Of a sentence or clause in search form. "Though falling, caseloads for some staff remain very
// high": a burden as it is, whatever is done about it. Not where it is a condition ("when caseloads
// are high"), or how it was.
bool is_said_high(std::string_view form);

}  // namespace ofsearch
