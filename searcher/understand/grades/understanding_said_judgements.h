// A judgement and its grade beside others: "... but requires improvement for care leavers", and
// with the judgement first: "leadership was judged inadequate".
#pragma once

#include "searcher/understand/grades/understanding_said_grades.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace ofsearch::understanding {

// Between two judgements, or a judgement and the overall grade.
inline constexpr std::string_view kContrasts =
    "but though although yet and or with while whilst whereas";

// Behind a contrast, before the grade: "but only good".
inline constexpr std::string_view kMerely = "only just still merely also";

// Whether behind the contrast at `at` another grade is said of a judgement or of the whole.
bool is_before_other(const Words& words, std::size_t at);

// The name of a judgement before its grade.
struct JudgementBefore {
  std::size_t first = 0;  // where what tells of it begins: "councils where the leadership"
  std::size_t at = 0;
  FoundPhrase judgement;
  bool is_clear = false;   // that it is a judgement: "was judged", "councils where"
  bool is_denied = false;  // "was not judged"
};

std::optional<JudgementBefore> judgement_before(const Words& words, std::size_t grade_at);

}  // namespace ofsearch::understanding
