// Names that others are measured by: "better than Kent".
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// A name of an authority or region behind "better than", "compared with", "similar to" or "like" is
// no filter, since the reports of that place are not what is asked for. A note says what compares
// authorities. "Other than Kent" is no comparison.
void take_comparisons(const Words& words, AllRecognised* all);

}  // namespace ofsearch::understanding
