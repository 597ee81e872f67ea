// Authorities where they stand in a query's words.
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// Every place that names an authority by any name that --authority knows, with the words that
// belong to the name ("in", "london borough of", "council"). A name that is a common word too is
// left out where the query speaks of something else. An abolished authority brings its successors,
// one that the index lacks its neighbours in time; a note says so.
AllRecognised find_authorities(const Words& words, const Vocabulary& vocabulary);

}  // namespace ofsearch::understanding
