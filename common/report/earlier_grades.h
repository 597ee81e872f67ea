// Drops remarks on an inspection before: "good (2018: requires improvement)".
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` without what it says in brackets of a grade before: a grade with a year or with a
// word such as "previously" beside it, in 120 bytes at most. "Good (requires improvement)" stays,
// since none can tell which is which.
std::string without_earlier_grades(std::string_view text);

}  // namespace ofsearch
