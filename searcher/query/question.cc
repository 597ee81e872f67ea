#include "searcher/query/question.h"

#include <algorithm>
#include <array>

namespace ofsearch {

bool opens_question_whether(std::string_view word) {
  constexpr std::array<std::string_view, 11> kVerbs = {
      "is", "are", "was", "were", "do", "does", "did", "can", "could", "whether", "if"};
  return std::ranges::find(kVerbs, word) != kVerbs.end();
}

}  // namespace ofsearch
