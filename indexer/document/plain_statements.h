// Statements whose sense their single words do not tell.
#pragma once

#include <string_view>

namespace ofsearch {

enum class PlainStatement { kNone, kPraise, kCriticism };

// Of a sentence or clause (UTF-8). Praise: what is bad is not there ("No young people are placed in
// bed and breakfast accommodation"). Criticism: somebody cannot be sure of what is good ("Leaders
// could not assure themselves that all receive the right support").
PlainStatement plain_statement(std::string_view clause);

}  // namespace ofsearch
