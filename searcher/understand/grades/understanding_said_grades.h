// A grade as a query says it, with the words that belong to it: "good or outstanding", "less than
// good", "good or better", "good overall". Whether a grade is meant other words tell.
#pragma once

#include "searcher/understand/words/understanding_phrases.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::understanding {

// Before a grade, or before "judged" and the like: it is another.
inline constexpr std::string_view kDenials = "not never isnt arent wasnt werent hasnt havent";

// Pieces [first, end).
struct SaidGrade {
  std::size_t first = 0, end = 0;
  std::vector<std::string> grades;
  bool is_compared = false, is_overall = false;
  bool is_denied = false;  // any but these: "non-inadequate"
};

// The longest phrase at `at` that takes one of `takes` (parted by blanks).
std::optional<FoundPhrase> phrase_at(const Words& words, std::size_t at, std::string_view takes);

// "Good overall", "good overall but ..."; not "good overall progress".
bool closes_with_overall(const Words& words, std::size_t at);

// The grades better, or worse, than `than`; `itself`: with it.
std::vector<std::string> grades_beside(const std::string& than, bool better, bool itself);

// The grades that a judgement may have which has none of `grades`. What is not good is worse.
std::vector<std::string> other_grades(const std::vector<std::string>& grades);

// How many pieces at `at` compare with the grade behind them: "less than", "not yet"; 0: none do.
std::size_t length_of_comparison(const Words& words, std::size_t at);

// How many pieces that end before `end` are "councils" or the like; 0: none are.
std::size_t council_before(const Words& words, std::size_t end);

// "Councils that are", "councils that are not", which end before `at`.
bool is_said_of_councils(const Words& words, std::size_t at);

// Whether it is seldom said of anything but a judgement.
bool is_clear_grade(const std::string& grade);

// Whether it is a kind of inspection that awards grades.
bool names_graded_kind(const Recognised& each);

// Whether nothing but what is known, and words that say nothing, stands in [from, to).
bool says_nothing_more(const Words& words, std::size_t from, std::size_t to,
                       const AllRecognised& known);

// The grade that `found` at `at` begins, or what is compared with it. "Adequate" is as good as
// "requires improvement", which replaced it.
SaidGrade said_grade(const Words& words, std::size_t at, const FoundPhrase& found);

}  // namespace ofsearch::understanding
