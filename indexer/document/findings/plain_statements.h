// Statements whose sense their single words do not tell.
#pragma once

#include <string_view>

namespace ofsearch {

enum class PlainStatement { kNone, kPraise, kCriticism, kNoPraise, kNoCriticism };

// Of a sentence or clause (UTF-8). Praise: what is bad is not there ("No young people are placed in
// bed and breakfast accommodation"). Criticism: somebody cannot be sure of what is good ("Leaders
// could not assure themselves that all receive the right support"), or what is good is asked for
// ("Plans need to be clearer"). No praise, whatever good it names: it comes too late, is not
// enough, or there is much of what is bad ("Weaknesses were not tackled quickly enough to ensure
// good help"; "High caseloads affect meaningful relationships"). No criticism, whatever bad it
// names: drift and delay are prevented ("Panels track plans to avoid delay").
PlainStatement plain_statement(std::string_view clause);

}  // namespace ofsearch
