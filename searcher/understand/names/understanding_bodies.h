// Bodies that are called after a place: "Leeds Teaching Hospitals", "University of Kent".
#pragma once

#include "searcher/understand/words/understanding_words.h"

namespace ofsearch::understanding {

// Names of hospitals, trusts, boards, universities, courts and the like that hold one of `places`,
// authorities and regions where they stand in `words`. They are words: they keep them, and filter
// by nothing. "Hospitals in Leeds" and "Leeds hospital admissions" are about Leeds.
AllRecognised find_bodies(const Words& words, const AllRecognised& places);

}  // namespace ofsearch::understanding
