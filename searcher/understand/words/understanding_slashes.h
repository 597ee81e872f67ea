// Names and kinds that a slash joins: "Kent/Medway", "ILACS/SIF".
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <functional>
#include <vector>

namespace ofsearch::understanding {

using Recogniser = std::function<AllRecognised(const Words&)>;

// `run` with each such word in parts, a node for the slash between them. A word stays whole where
// that adds nothing to what `recognise` makes of the run: "mother/father", "2022/23".
std::vector<QueryNode> with_slashes_parted(std::vector<QueryNode> run, const Recogniser& recognise);

// The same without the nodes of slashes.
std::vector<QueryNode> without_slashes(std::vector<QueryNode> run);

}  // namespace ofsearch::understanding
