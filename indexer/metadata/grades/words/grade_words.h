// Reads the grades as they are printed, whole or broken over the lines of a table cell.
#pragma once

#include "common/report/values.h"

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// Returns the grade that `words` (bare words) print and nothing else: "require improvement to be
// good" -> "requires improvement"; "inadequate grade 4" -> "inadequate"; "not judged" ->
// kNotJudged.
std::optional<std::string> grade_from_words(std::string_view words);

// Returns the grade at the end of `words`; *before is what stands before it, without numbers. "3
// leadership and governance good" -> "good", "leadership and governance".
std::optional<std::string> grade_at_end(std::string_view words, std::string_view* before);

// Returns the grade at the beginning of `words`, the longest; *end is where it ends.
std::optional<std::string> grade_at_start(std::string_view words, size_t* end);

// Returns true if `words` is a part of a printed grade: "requires", "improvement to be", "to be
// good".
bool is_grade_piece(std::string_view words);

// Returns true if a grade may begin with `words` and go on: "requires improvement" (to be good).
bool grade_may_go_on(std::string_view words);

// Returns `words` without what may stand beside a grade or a label and says nothing more: "1",
// "2.", "grade 4".
std::string_view without_numbers(std::string_view words);

}  // namespace ofsearch
