// Ages of children in a question ("my 12 yr old"), which reports do not give.
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// Ages from 2 to 14 years, as what carries the question, with a note that says so. Older ones stay
// words: reports speak of 16- and 17-year-olds, of 18 and of 25.
AllRecognised find_ages(const Words& words);

}  // namespace ofsearch::understanding
