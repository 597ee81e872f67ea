// A grade that a query says of a change or of several judgements: "from inadequate to good",
// "dropped from outstanding", "two or more inadequate judgements", "good for every judgement". What
// no filter can say is told in a note, and is no word to search.
#pragma once

#include "searcher/understand/grades/understanding_said_grades.h"

#include <cstddef>
#include <optional>

namespace ofsearch::understanding {

// A change that the grade `grade` at `at` is the first word of.
std::optional<Recognised> find_change(const Words& words, std::size_t at, const FoundPhrase& grade);

// Several judgements of the grade.
std::optional<Recognised> find_several(const Words& words, const SaidGrade& said);

}  // namespace ofsearch::understanding
