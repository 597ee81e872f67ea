// Grades where a query means them as grades: "inadequate councils", "judged good", "outstanding for
// leadership"; not "good practice" or "inadequate assessments".
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// `known`: what else was recognised, which may stand between a grade and its noun ("inadequate
// north west councils"). The words of a judgement are looked for as well.
AllRecognised find_grades(const Words& words, const AllRecognised& known);

}  // namespace ofsearch::understanding
