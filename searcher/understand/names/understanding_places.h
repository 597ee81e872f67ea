// Regions beside authorities, and the areas of police forces.
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// "In London and Kent": reports of both are meant, though no report is of both. Turns each region
// that is asked for beside such authorities into the authorities of that region, since values of
// one filter are alternatives. Expects that words which exclude have been read.
void take_places_together(const Words& words, AllRecognised* all);

// "Kent and Essex police": the first is a force as well, with all the authorities of its area.
void take_forces_together(const Words& words, const Vocabulary& vocabulary, AllRecognised* all);

// Of an area those authorities are meant of which there are reports.
bool has_authority(const Vocabulary& vocabulary, std::string_view name);

}  // namespace ofsearch::understanding
