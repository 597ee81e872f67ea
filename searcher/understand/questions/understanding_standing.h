// Questions of how an authority stands ("is Bradford still inadequate", "how is Leeds doing"), and
// which authorities are best.
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <string>

namespace ofsearch::understanding {

// Where `words` only ask how the authority of `name` stands: what is recognised, which is all of
// them. Its documents answer, newest first; a grade that the question names is no filter, as the
// answer may be no.
AllRecognised find_standing(const Words& words, const Recognised& name);

// What to say where the best or the worst authorities are asked for; empty: they are not.
std::string note_on_ranking(const Words& words);

}  // namespace ofsearch::understanding
