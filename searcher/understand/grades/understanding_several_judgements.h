// Several judgements at once: "two or more inadequate judgements", "good for every judgement",
// "outstanding leadership but inadequate care leavers". What no filter can say is told in a note,
// and is no word to search.
#pragma once

#include "searcher/understand/grades/understanding_said_grades.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch::understanding {

// A number of judgements, or all of them, of the grade.
std::optional<Recognised> find_several(const Words& words, const SaidGrade& said);

// Filters by judgements: of those of two sections, which must both be so.
using Filters = std::vector<std::pair<std::string, std::string>>;
Filters both(const Filters& a, const Filters& b);

// Whether it filters by judgements.
bool is_judgement(const Recognised& recognised);

// Of `found`, in the order of the words, those judgements of different sections that "but", "and"
// and the like join must all be so: the first says it for those behind it.
void join_judgements(const Words& words, AllRecognised* found);

}  // namespace ofsearch::understanding
