#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// Takes "published" or "inspected" into the time behind it: "care leavers published in 2024". A
// note says which day of a report is meant. Strategies and offers that were published keep it.
void take_published(const Words& words, AllRecognised* times);

}  // namespace ofsearch::understanding
