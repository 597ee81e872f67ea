#include "searcher/understand/grades/understanding_said_judgements.h"

#include <algorithm>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kJudged = "judged rated graded judge rate grade";
constexpr std::string_view kLinks = "is are was were has have being been be as to still also only";
constexpr std::string_view kTheir = "the their its";
constexpr std::size_t kLongest = 6;  // pieces of a judgement's name

// Words between the name of a judgement and its grade.
bool is_between(const Words& words, std::size_t at) {
  return words.is_one_of(at, kLinks) || words.is_one_of(at, kJudged) ||
         words.is_one_of(at, kDenials);
}

// Behind "not", "less than" at `at`, which make another grade of the one behind them.
std::size_t pass_turns(const Words& words, std::size_t at) {
  if (const std::size_t length = length_of_comparison(words, at); length > 0) return at + length;
  return words.is_one_of(at, kDenials) ? at + 1 : at;
}

// "Inadequate for care leavers", "good leadership", "good overall".
bool is_of_grade_first(const Words& words, std::size_t at) {
  while (words.is_one_of(at, kJudged) || words.is_one_of(at, kMerely)) ++at;
  at = pass_turns(words, at);
  const auto grade = phrase_at(words, at, "grade");
  if (!grade) return false;
  const SaidGrade said = said_grade(words, at, *grade);
  if (said.is_overall) return true;
  std::size_t end = said.end;
  if (words.is_one_of(end, "for in on")) ++end;
  if (words.is_one_of(end, kTheir)) ++end;
  return phrase_at(words, end, "judgement").has_value();
}

// "Care leavers are inadequate".
bool is_of_name_first(const Words& words, std::size_t at) {
  if (words.is_one_of(at, "for")) ++at;
  if (words.is_one_of(at, kTheir)) ++at;
  const auto judgement = phrase_at(words, at, "judgement");
  if (!judgement) return false;
  std::size_t end = at + judgement->length;
  while (is_between(words, end) && length_of_comparison(words, end) == 0) ++end;
  end = pass_turns(words, end);
  return phrase_at(words, end, "grade").has_value();
}

}  // namespace

bool is_before_other(const Words& words, std::size_t at) {
  return words.is_one_of(at, kContrasts) &&
         (is_of_grade_first(words, at + 1) || is_of_name_first(words, at + 1));
}

std::optional<JudgementBefore> judgement_before(const Words& words, std::size_t grade_at) {
  JudgementBefore before;
  std::size_t end = grade_at;
  while (end > 0 && is_between(words, end - 1)) {
    before.is_clear = before.is_clear || words.is_one_of(end - 1, kJudged);
    before.is_denied = before.is_denied || words.is_one_of(end - 1, kDenials);
    --end;
  }
  for (std::size_t length = std::min(kLongest, end); length > 0; --length) {
    const auto judgement = phrase_at(words, end - length, "judgement");
    if (!judgement || judgement->length != length) continue;
    before.at = before.first = end - length;
    before.judgement = *judgement;
    while (before.first > 0 && words.is_one_of(before.first - 1, kTheir)) --before.first;
    if (before.first > 0 && words.is_one_of(before.first - 1, "where whose")) {
      const std::size_t council = council_before(words, before.first - 1);
      const bool has_verb = end < grade_at || words.is_one_of(grade_at, "require requires");
      before.is_clear = before.is_clear || (council > 0 && has_verb);
      before.first -= 1 + council;
    }
    return before;
  }
  return std::nullopt;
}

}  // namespace ofsearch::understanding
