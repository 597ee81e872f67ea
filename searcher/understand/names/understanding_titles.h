// Words that belong to the name of an authority: "the London Borough of", "county council", "in".
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <cstddef>
#include <string_view>

namespace ofsearch::understanding {

inline constexpr std::string_view kAround = "around round";

// Takes the titles around the name at pieces [*first, *end) into it; true if there was one.
bool take_around(const Words& words, std::size_t* first, std::size_t* end);

// Takes the preposition before piece `*first`.
void take_preposition(const Words& words, std::size_t* first);

}  // namespace ofsearch::understanding
