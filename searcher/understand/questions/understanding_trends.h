// Phrases that ask whether something has got better or worse: "is Kent getting better at". Said of
// a topic they judge it: "leadership got worse".
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <string_view>

namespace ofsearch::understanding {

// Whether a filter of `field` is by a place or a time.
bool is_place_or_time(std::string_view field);

// Takes from `all`, which may overlap, such phrases that judge a topic: their words are looked for.
// `names_place`: a place or a time has been recognised in words that `words` no longer has.
void keep_judged_trends(const Words& words, bool names_place, AllRecognised* all);

}  // namespace ofsearch::understanding
