// One run of plain words of a query: what is recognised in it, and what is left.
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <set>
#include <string>
#include <vector>

namespace ofsearch::understanding {

// The name that JSON has for a filter's name in queries.
std::string json_name(const std::string& field);

// All that the words name and ask for, in their order, none overlapping another. `taken`: as
// understand() has it.
AllRecognised recognise(const Words& words, const Vocabulary& vocabulary,
                        const std::set<std::string>& taken);

// What is recognised among `run` is added to `understood`; what is left of it comes back.
std::vector<QueryNode> understand_run(const std::vector<QueryNode>& run,
                                      const Vocabulary& vocabulary,
                                      const std::set<std::string>& taken, Understood* understood);

}  // namespace ofsearch::understanding
