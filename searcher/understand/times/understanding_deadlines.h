// Due dates of plans, which are no times of reports: "audited by 31/03/2025", "deadline June 2023".
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// Takes the filters from those of `times` that are due dates, and has a note say so.
void take_deadlines(const Words& words, AllRecognised* times);

}  // namespace ofsearch::understanding
