// Words of judgement in a query: "weak", "late", "too high"; "strong", "good practice". They say
// which findings are asked for, not what about.
#pragma once

#include <string_view>

#include "common/report.h"

namespace ofsearch {

// `word` in search form.
bool is_direction_word(std::string_view word);

// The finding that the word asks for; kNeutral if it is no such word.
Finding direction_of(std::string_view word);

}  // namespace ofsearch
