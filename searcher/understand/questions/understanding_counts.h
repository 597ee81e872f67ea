// Questions that a table of counts answers: "which council had the most focused visits", "who
// inspected Bradford", "how many visits by region".
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// The words that ask so, each with a note on the facet that lists the counts. What is counted
// ("focused visits", "inadequate councils") is not among them, but where it is any document.
AllRecognised find_counts(const Words& words);

}  // namespace ofsearch::understanding
