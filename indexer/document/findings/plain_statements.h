// Statements whose sense their single words do not tell.
#pragma once

#include <string_view>

namespace ofsearch {

enum class PlainStatement { kNone, kPraise, kCriticism, kNoPraise, kNoCriticism };

// Returns what a sentence or clause (UTF-8) states plainly, whatever words it has.
// It praises if what is bad is not there ("No young people are placed in bed and breakfast
// accommodation"). It criticises if somebody cannot be sure of what is good ("Leaders could not
// assure themselves that all receive the right support"), or if what is good is asked for ("Plans
// need to be clearer"). It is no praise, whatever good it names, if that comes too late or is not
// enough, or if there is much of what is bad ("Weaknesses were not tackled quickly enough to ensure
// good help"; "High caseloads affect meaningful relationships"). It is no criticism, whatever bad
// it names, if drift and delay are prevented ("Panels track plans to avoid delay").
PlainStatement plain_statement(std::string_view clause);

}  // namespace ofsearch
