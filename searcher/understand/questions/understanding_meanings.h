// Questions what an abbreviation stands for: "what does RI mean", "what is a JTAI", "difference
// between ILACS and SIF".
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <string>
#include <vector>

namespace ofsearch::understanding {

// What is left of such a question, its abbreviations. A note says what each stands for, and
// `dropped` has the words around them. Other words come back as they are.
std::vector<QueryNode> take_meanings(std::vector<QueryNode> run, std::vector<std::string>* notes,
                                     std::vector<std::string>* dropped);

}  // namespace ofsearch::understanding
