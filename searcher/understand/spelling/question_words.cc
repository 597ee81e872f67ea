#include "searcher/understand/spelling/question_words.h"

#include "common/text/text.h"
#include "searcher/understand/spelling/near_words.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr std::string_view kQuestionWords = "which what where when whose why who";
// Behind "how", where "hwo" may be "who" as well.
constexpr std::string_view kBehindHow =
    "do does did is are was were can could should would have has well good bad many much often";

bool has_word(std::string_view list, std::string_view word) {
  return std::ranges::count(split_words(list), word) > 0;
}

std::string in_order(std::string_view word) {
  std::string letters(word);
  std::ranges::sort(letters);
  return letters;
}

// Whether `typed` is `meant` without one letter, which is not the first.
bool lacks_one(std::string_view typed, std::string_view meant) {
  if (typed.size() + 1 != meant.size()) return false;
  std::size_t at = 0;
  while (at < typed.size() && typed[at] == meant[at]) ++at;
  return at > 0 && typed.substr(at) == meant.substr(at + 1);
}

}  // namespace

std::string question_word_meant(std::string_view typed, std::string_view next) {
  constexpr std::size_t kShortest = 3;  // letters
  if (typed.size() < kShortest || has_word(kQuestionWords, typed) || typed == "how") return "";
  if (in_order(typed) == in_order("how")) return has_word(kBehindHow, next) ? "how" : "who";
  for (std::string_view meant : split_words(kQuestionWords))
    if (in_order(typed) == in_order(meant) || lacks_one(typed, meant) || is_slip(typed, meant))
      return std::string(meant);
  return "";
}

}  // namespace ofsearch
