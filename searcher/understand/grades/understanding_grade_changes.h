// A grade that a query says of a change: "from inadequate to good", "dropped from outstanding",
// "still inadequate", "no longer inadequate", "downgraded councils". Its filters are changes of
// grades ("inadequate to good").
#pragma once

#include "searcher/understand/grades/understanding_said_grades.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace ofsearch::understanding {

// Of every change.
inline constexpr std::string_view kChangeNote =
    "a change of grade is found where the inspection before is in the index too";

// A change that the grade `grade` at `at` is the first word of. `known`: what else was recognised.
std::optional<Recognised> find_change(const Words& words, std::size_t at, const FoundPhrase& grade,
                                      const AllRecognised& known);

// A change that names no grade and whose verb is at `at`.
std::optional<Recognised> find_change_of_any(const Words& words, std::size_t at);

}  // namespace ofsearch::understanding
