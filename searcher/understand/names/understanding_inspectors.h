// Inspectors where they stand in a query's words.
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// Full names of inspectors of the index, and surnames behind "inspector" or "led by", with all who
// have the surname.
AllRecognised find_inspectors(const Words& words, const Vocabulary& vocabulary);

}  // namespace ofsearch::understanding
