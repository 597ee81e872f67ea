#include "searcher/understand/grades/understanding_grade_signs.h"

#include <algorithm>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kJudged = "judged rated graded judge rate grade";
constexpr std::string_view kGot = "got get received receive given awarded";
constexpr std::string_view kLinks = "as to be overall found";

}  // namespace

const Recognised* GradeSigns::known_at(std::size_t at) const {
  for (const Recognised& each : known_)
    if (at >= each.first && at < each.first + each.count && !each.keeps_words) return &each;
  return nullptr;
}

std::size_t GradeSigns::noun_length(std::size_t at) const {
  for (const char* name : {"council", "document"})
    if (const std::size_t length = Phrases::builtin().length_of(name, words_, at); length > 0)
      return length;
  return words_.is_one_of(at, kGradeNouns) ? 1 : 0;
}

bool GradeSigns::take_councils_compared(SaidGrade* said) const {
  if (!said->is_compared) return false;
  SaidGrade denied = *said;
  const std::size_t verb = pass_verbs(said->first, &denied);
  const std::size_t council = denied.is_denied ? 0 : council_before(words_, verb);
  if (council > 0) said->first = verb - council;
  return council > 0;
}

bool GradeSigns::is_of_region(std::size_t at, const SaidGrade& said) const {
  if (at > 0 || !is_clear_grade(said.grades.front())) return false;
  const Recognised* behind = known_at(said.end);
  return behind != nullptr && !words_.is_one_of(said.end, kPrepositions) &&
         std::ranges::any_of(behind->filters,
                             [](const auto& filter) { return filter.first == "region"; });
}

bool GradeSigns::is_beside_inspection(const SaidGrade& said) const {
  const Recognised* behind = known_at(said.end);
  if (behind != nullptr && names_graded_kind(*behind)) return true;
  const Recognised* before = said.first > 0 ? known_at(said.first - 1) : nullptr;
  return before != nullptr && names_graded_kind(*before) && is_clear_grade(said.grades.front()) &&
         !words_.is_one_of(said.end, "practice work example");
}

std::size_t GradeSigns::pass_verbs(std::size_t at, SaidGrade* said) const {
  constexpr std::string_view kVerbs = "are is was were been being has have had that which who";
  for (; at > 0; --at) {
    const bool denies = words_.is_one_of(at - 1, "not never");
    if (!denies && !words_.is_one_of(at - 1, kVerbs)) break;
    if (denies && at > 1 && words_.is_one_of(at - 2, "or and but")) break;  // "good or not"
    said->is_denied = said->is_denied || denies;
  }
  return at;
}

// "Councils that got ...", where the grade is all that they got: not "got good support". What was
// got overall needs no councils.
bool GradeSigns::take_got(SaidGrade* said) const {
  if (said->first == 0 || !words_.is_one_of(said->first - 1, kGot)) return false;
  const bool is_all = said->end >= words_.size() || known_at(said->end) != nullptr ||
                      words_.is_one_of(said->end, "for in on and or since after before between");
  if (!is_all && !said->is_overall) return false;
  std::size_t at = said->first - 1;
  while (at > 0 && words_.is_one_of(at - 1, "that which who have has had were was been")) --at;
  const bool is_named = at > 0 && known_at(at - 1) != nullptr;  // "London boroughs", "in Kent"
  const std::size_t council = is_named ? 0 : council_before(words_, at);
  if (!is_named && council == 0 && !said->is_overall) return false;
  said->first = at - council;
  return true;
}

bool GradeSigns::take_judged(SaidGrade* said) const {
  std::size_t at = said->first;
  while (at > 0 && words_.is_one_of(at - 1, kLinks)) --at;
  if (at > 0 && words_.is_one_of(at - 1, kJudged))
    --at;
  else if (!is_said_of_councils(words_, at))
    return false;
  at = pass_verbs(at, said);
  for (std::size_t length = std::min<std::size_t>(at, 3); length > 0; --length)
    if (noun_length(at - length) == length && known_at(at - length) == nullptr) {
      at -= length;
      break;
    }
  said->first = at;
  return true;
}

bool GradeSigns::take_never(SaidGrade* said) const {
  SaidGrade denied = *said;
  std::size_t at = pass_verbs(said->first, &denied);
  bool is_never = false;
  for (std::size_t i = at; i < said->first; ++i)
    is_never = is_never || words_.is_one_of(i, "never");
  at -= council_before(words_, at);
  if (!is_never || !says_nothing_more(words_, 0, at, known_) ||
      !says_nothing_more(words_, said->end, words_.size(), known_))
    return false;
  *said = std::move(denied);
  said->first = at;
  return true;
}

}  // namespace ofsearch::understanding
