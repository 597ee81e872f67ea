// Questions that stand around their topic: "who does life story work well", "where does planning go
// wrong". They ask for a finding on it.
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// The beginning and the end of such a question, if `words` end with one; the beginning says the
// filter for both.
AllRecognised find_frames(const Words& words);

}  // namespace ofsearch::understanding
