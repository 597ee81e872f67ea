// Regions beside authorities.
#pragma once

#include "searcher/understand/understanding_words.h"

namespace ofsearch::understanding {

// "In London and Kent": reports of both are meant, though no report is of both. Turns each region
// that is asked for beside such authorities into the authorities of that region, since values of
// one filter are alternatives. Expects that words which exclude have been read.
void take_places_together(const Words& words, AllRecognised* all);

}  // namespace ofsearch::understanding
