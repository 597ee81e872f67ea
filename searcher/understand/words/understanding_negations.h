// "Not in London", "all councils but Kent": names and kinds that are not meant.
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// Takes words that deny what stands behind them into it, and marks it as excluded; what "and" or
// "or" joins to it is excluded too. What is denied and cannot be excluded (a section, a finding, a
// period of days) is no longer recognised. `all`: in the order of the words, none overlapping.
void take_negations(const Words& words, AllRecognised* all);

// Whether reports that answer may lack it.
bool can_be_excluded(const Recognised& recognised);

}  // namespace ofsearch::understanding
