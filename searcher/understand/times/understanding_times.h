// Years, months and periods where they stand in a query's words.
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// "2019", "since March 2020", "between 2015 and 2018", "before 2016", "last three years",
// "2019/20". Whole years become the filter "year", other periods "from" and "to" (ISO 8601). A year
// in the name of a law or of guidance ("Children Act 1989") is none. "Last" counts back from
// Vocabulary::newest.
AllRecognised find_times(const Words& words, const Vocabulary& vocabulary);

// "Last three focused visits", "the latest JTAI letters": what stands before a kind of report joins
// it, and the newest come first.
void take_newest_before_kinds(const Words& words, AllRecognised* all);

}  // namespace ofsearch::understanding
