// What finds one typed word: shared by the files of WordPlans.
#pragma once

#include "searcher/plan/direction/direction.h"
#include "searcher/plan/word_plans.h"

#include <vector>

namespace ofsearch {

// What finds one typed word, and how it is scored.
struct WordPlans::Forms {
  bool left_out = false;  // says nothing of the topic
  Direction direction;
  QueryTerm term;
  std::vector<Weighed> forms;
  std::vector<Pattern> patterns;  // count for term 0
  bool unknown = false;
};

}  // namespace ofsearch
