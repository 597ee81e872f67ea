#include "searcher/understand/grades/understanding_grade_changes.h"

#include "common/report/values.h"
#include "common/text/characters.h"
#include "searcher/understand/grades/understanding_said_judgements.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::understanding {
namespace {

using Grades = std::vector<std::string>;

constexpr std::string_view kGetsWorse =
    "dropped drop fallen fell fall slipped slip declined decline downgraded downgrade slid sunk "
    "sank deteriorated deteriorate worsened worsen";
constexpr std::string_view kGetsBetter =
    "improved improve risen rose rise upgraded upgrade climbed climb progressed progress escaped "
    "escape emerged emerge";
constexpr std::string_view kMoves =
    "went gone go moved move changed change came come jumped jump got get";
constexpr std::string_view kGets = "got get getting become became";
constexpr std::string_view kOfGradesOnly = "downgraded downgrade upgraded upgrade";
constexpr std::string_view kBeforeVerbs =
    "that which who has have had was were been being is are be to recently since just";
constexpr std::string_view kJudged = "judged rated graded found judge rate grade";
constexpr std::string_view kGradeNouns = "judgement judgment grade rating";
constexpr std::string_view kRatings = "grade rating";
constexpr std::string_view kTheir = "the its their a an his her our";

std::size_t pass_back(const Words& words, std::size_t at, std::string_view list) {
  while (at > 0 && words.is_one_of(at - 1, list)) --at;
  return at;
}

std::size_t pass(const Words& words, std::size_t at, std::string_view list) {
  while (words.is_one_of(at, list)) ++at;
  return at;
}

// ---- What changes ------------------------------------------------------------------------------

// Other grades than `grade`; one of the other scale that is as good is none.
Grades others(const std::string& grade) {
  Grades all = grades_beside(grade, true, false);
  for (std::string& worse : grades_beside(grade, false, false)) all.push_back(std::move(worse));
  return all;
}

Recognised recognised(std::size_t first, std::size_t end, const Grades& before, const Grades& now) {
  Recognised found{first, end - first, {}, {std::string(kChangeNote)}, {}, false, {}};
  for (const std::string& earlier : before)
    for (const std::string& later : now)
      found.filters.emplace_back("grade", earlier + " to " + later);
  return found;
}

void take_name(const FoundPhrase& judgement, std::size_t at, Recognised* found) {
  // By today's name a change is known whatever the judgement was called before.
  const std::string name(split(judgement.phrase->value, ',').front());
  for (auto& [field, value] : found->filters) value = name + ":" + value;
  for (std::size_t i = 0; i < judgement.length; ++i) found->kept.push_back(at + i);
}

// "Leadership went from inadequate to good", "from inadequate to good for leadership": the change
// is that of the judgement, whose words are looked for as well.
Recognised with_judgement(const Words& words, Recognised found) {
  constexpr std::size_t kLongest = 6;  // pieces of a judgement's name
  const std::size_t end = found.first + found.count;
  const std::size_t name_at = pass(words, pass(words, end, "for in on"), kTheir);
  if (name_at > end && words.is_one_of(end, "for in on"))
    if (const auto judgement = phrase_at(words, name_at, "judgement")) {
      take_name(*judgement, name_at, &found);
      found.count = name_at + judgement->length - found.first;
      return found;
    }
  for (std::size_t length = std::min(kLongest, found.first); length > 0; --length) {
    const std::size_t at = found.first - length;
    const auto judgement = phrase_at(words, at, "judgement");
    if (!judgement || judgement->length != length) continue;
    take_name(*judgement, at, &found);
    std::size_t first = pass_back(words, at, kTheir);
    first = pass_back(words, first, "where whose with");
    first -= council_before(words, first);
    found.count += found.first - first;
    found.first = first;
    break;
  }
  return found;
}

// ---- From one grade to another -----------------------------------------------------------------

// "Leadership improved": a judgement, and nothing else but what is known, before `end`.
bool is_of_judgement(const Words& words, std::size_t end, const AllRecognised& known) {
  const auto judgement = judgement_before(words, end);
  return judgement && judgement->at + judgement->judgement.length == end &&
         says_nothing_more(words, 0, judgement->first, known);
}

// What stands before a change of grade: "councils that have gone down".
struct Before {
  std::size_t first = 0;  // where it begins
  bool gets_worse = false, gets_better = false;
  bool is_clear = false;  // that it is a grade which changes
};

// Of the change whose "from" or "to" is at `end`; its grade ends at `grade_end`.
Before before_change(const Words& words, std::size_t end, std::size_t grade_end,
                     const AllRecognised& known) {
  Before before{end};
  std::size_t verb_end = end;
  if (end > 0 && words.is_one_of(end - 1, "down up back out")) --verb_end;
  if (verb_end == 0) return before;
  const std::size_t verb = verb_end - 1;
  const bool is_worse = words.is_one_of(verb, kGetsWorse);
  const bool is_better = words.is_one_of(verb, kGetsBetter);
  if (!is_worse && !is_better && !words.is_one_of(verb, kMoves)) return before;
  before.gets_worse = is_worse || (verb_end < end && words.is_one_of(verb_end, "down"));
  before.gets_better = is_better || (verb_end < end && words.is_one_of(verb_end, "up out"));
  before.first = pass_back(words, verb, kBeforeVerbs);
  const std::size_t council = council_before(words, before.first);
  before.first -= council;
  const bool is_alone = before.first == 0 && (before.gets_worse || before.gets_better);
  before.is_clear = is_alone || council > 0 || words.is_one_of(verb, kOfGradesOnly) ||
                    (is_of_judgement(words, before.first, known) &&
                     says_nothing_more(words, grade_end, words.size(), known));
  return before;
}

Grades grades_moved_to(const std::string& from, const Before& before) {
  return before.gets_worse == before.gets_better ? others(from)
                                                 : grades_beside(from, before.gets_better, false);
}

// "From inadequate to good", "dropped from outstanding".
std::optional<Recognised> change_from(const Words& words, std::size_t begin, std::size_t end,
                                      const std::string& earlier, const AllRecognised& known) {
  const Before before = before_change(words, begin, end, known);
  const std::size_t noun_end = pass(words, end, kGradeNouns);
  const auto last =
      words.is_one_of(noun_end, "to") ? phrase_at(words, noun_end + 1, "grade") : std::nullopt;
  if (last) {
    const SaidGrade said = said_grade(words, noun_end + 1, *last);
    const std::size_t last_end = pass(words, said.end, kGradeNouns);
    return with_judgement(words, recognised(before.first, last_end, {earlier}, said.grades));
  }
  if (!before.is_clear && (noun_end == end || before.first == begin)) return std::nullopt;
  return with_judgement(
      words, recognised(before.first, noun_end, {earlier}, grades_moved_to(earlier, before)));
}

// "Downgraded to inadequate".
std::optional<Recognised> change_to(const Words& words, std::size_t at, std::size_t end,
                                    const std::string& last, const AllRecognised& known) {
  const Before before = before_change(words, at - 1, end, known);
  const std::size_t noun_end = pass(words, end, kGradeNouns);
  if (!before.is_clear && (noun_end == end || before.first + 1 == at)) return std::nullopt;
  const Grades earlier = before.gets_worse == before.gets_better
                             ? others(last)
                             : grades_beside(last, before.gets_worse, false);
  return with_judgement(words, recognised(before.first, noun_end, earlier, {last}));
}

// ---- As before, and not any more --------------------------------------------------------------

constexpr std::string_view kStillBefore[] = {
    "continued to be", "continue to be", "continues to be", "once again", "yet again", "still",
    "again",           "repeatedly",     "twice",           "remained",   "remains",   "remain",
    "remaining",       "stayed",         "stays",           "stay",       "staying",   "stuck at",
    "stuck on",        "stuck in"};
// Councils hold and lose other good things, too.
constexpr std::string_view kHeld[] = {"kept",     "keeps",     "keep",       "retained",
                                      "retains",  "retain",    "maintained", "maintains",
                                      "maintain", "held on to"};
constexpr std::string_view kLost[] = {"lost", "lose", "loses"};
constexpr std::string_view kStillBehind[] = {"for the second time",
                                             "for a second time",
                                             "a second time",
                                             "twice in a row",
                                             "two times in a row",
                                             "two times",
                                             "more than once",
                                             "on two occasions",
                                             "at two consecutive inspections",
                                             "at consecutive inspections",
                                             "in two consecutive inspections",
                                             "in consecutive inspections",
                                             "at both inspections",
                                             "back to back",
                                             "in a row",
                                             "yet again",
                                             "once again",
                                             "repeatedly",
                                             "again",
                                             "twice",
                                             "still"};
constexpr std::string_view kNoLongerBefore[] = {
    "no longer", "stopped being", "ceased to be", "used to be", "previously", "formerly", "once"};
constexpr std::string_view kNoLongerBehind[] = {"any more", "anymore", "any longer"};

template <std::size_t N>
std::size_t longest_before(const Words& words, std::size_t end, const std::string_view (&all)[N]) {
  std::size_t longest = 0;
  for (const std::string_view each : all)
    longest = std::max(longest, words.length_before(end, each));
  return longest;
}

template <std::size_t N>
std::size_t longest_at(const Words& words, std::size_t at, const std::string_view (&all)[N]) {
  std::size_t longest = 0;
  for (const std::string_view each : all) longest = std::max(longest, words.length_at(at, each));
  return longest;
}

// Pieces [first, end) that say how a grade has come to be.
struct Lasting {
  std::size_t first = 0, end = 0;
  bool is_said = false, has_ended = false;
  bool is_held = false;  // "kept", "lost": perhaps no grade
};

Lasting lasting_grade(const Words& words, std::size_t at, std::size_t end) {
  Lasting said{at, end};
  const auto take = [&](std::size_t length, bool has_ended) {
    if (length == 0) return false;
    said.is_said = true;
    said.has_ended = has_ended;
    return true;
  };
  said.first = pass_back(words, at, kJudged);
  said.first = pass_back(words, said.first, kTheir);
  said.end = pass(words, end, kGradeNouns);
  const std::size_t ended = longest_before(words, said.first, kNoLongerBefore);
  const std::size_t still = longest_before(words, said.first, kStillBefore);
  const std::size_t held = longest_before(words, said.first, kHeld);
  const std::size_t lost = longest_before(words, said.first, kLost);
  if (take(std::max(ended, lost), true) || take(std::max(still, held), false)) {
    said.is_held = ended + still == 0;
    said.first -= std::max(std::max(ended, lost), std::max(still, held));
    return said;
  }
  said.first = at;
  if (const std::size_t length = longest_at(words, said.end, kNoLongerBehind); length > 0) {
    const std::size_t verb = pass_back(words, at, kJudged);
    if (verb == 0 || !words.is_one_of(verb - 1, "not never arent isnt wasnt werent")) return said;
    take(length, true);
    said.first = verb - 1;
    said.end += length;
  } else if (const std::size_t behind = longest_at(words, said.end, kStillBehind);
             take(behind, false)) {
    said.first = pass_back(words, at, kJudged);
    said.end += behind;
  }
  return said;
}

// "Still inadequate councils", "councils that are no longer inadequate", "used to be inadequate".
std::optional<Recognised> lasting_change(const Words& words, std::size_t at, std::size_t end,
                                         const std::string& grade, const AllRecognised& known) {
  const Lasting said = lasting_grade(words, at, end);
  if (!said.is_said) return std::nullopt;
  std::size_t first = pass_back(words, said.first, kBeforeVerbs);
  const std::size_t council = council_before(words, first);
  first -= council;
  const std::size_t behind = Phrases::builtin().length_of("council", words, said.end);
  const bool is_alone = says_nothing_more(words, 0, first, known) &&
                        says_nothing_more(words, said.end, words.size(), known);
  const bool has_noun = words.is_one_of(end, kGradeNouns);
  const bool is_judged = words.is_one_of(at - 1, kJudged) || has_noun;
  if (said.is_held && !has_noun && said.end < words.size() && !is_alone) return std::nullopt;
  Recognised found =
      recognised(first, said.end + behind, {grade}, said.has_ended ? others(grade) : Grades{grade});
  if (council == 0 && behind == 0 && !is_alone && !is_judged) {
    found = with_judgement(words, std::move(found));
    const bool is_of_judgement = !found.kept.empty() && found.first == 0;
    return is_of_judgement ? std::optional(found) : std::nullopt;
  }
  return with_judgement(words, std::move(found));
}

// "Councils whose overall rating", "the leadership judgement": where what ends before `end` begins;
// `end`: it names no grade.
std::size_t begin_of_rating(const Words& words, std::size_t end) {
  if (end == 0) return end;
  if (words.is_one_of(end - 1, "judgement judgment"))
    return judgement_before(words, end - 1) ? end - 1 : end;
  if (!words.is_one_of(end - 1, kRatings)) return end;
  const std::size_t first = pass_back(words, end - 1, "the its their whose where overall ofsted");
  return first - council_before(words, first);
}

}  // namespace

std::optional<Recognised> find_change(const Words& words, std::size_t at, const FoundPhrase& grade,
                                      const AllRecognised& known) {
  if (grade.phrase->takes != "grade") return std::nullopt;
  const std::string& value = grade.phrase->value;
  const std::size_t end = at + grade.length;
  if (const std::size_t verb = pass_back(words, at, kTheir); verb > 0) {
    if (words.is_one_of(verb - 1, "from")) return change_from(words, verb - 1, end, value, known);
    if (words.length_before(verb, "out of") > 0)
      return change_from(words, verb - 1, end, value, known);
    if (words.is_one_of(verb - 1, "to")) return change_to(words, verb, end, value, known);
  }
  return lasting_change(words, at, end, value, known);
}

std::optional<Recognised> find_change_of_any(const Words& words, std::size_t at) {
  const bool gets = words.is_one_of(at, kGets) && words.is_one_of(at + 1, "worse better");
  const bool moves = gets || (words.is_one_of(at, kMoves) && words.is_one_of(at + 1, "down up"));
  const bool is_worse =
      words.is_one_of(at, kGetsWorse) || (moves && words.is_one_of(at + 1, "down worse"));
  if (!moves && !is_worse && !words.is_one_of(at, kGetsBetter)) return std::nullopt;
  std::size_t first = pass_back(words, at, kBeforeVerbs), end = at + (moves ? 2 : 1);
  if (words.is_one_of(end, "from to by")) return std::nullopt;
  const std::size_t council = council_before(words, first);
  const std::size_t behind = Phrases::builtin().length_of("council", words, end);
  const std::size_t noun = pass(words, end, kTheir);
  const bool has_noun = words.is_one_of(noun, kRatings);
  const std::size_t noun_before = begin_of_rating(words, first);
  const bool is_of_grades = words.is_one_of(at, kOfGradesOnly) && (council > 0 || behind > 0);
  if (!is_of_grades && !has_noun && noun_before == first) return std::nullopt;
  if (gets && noun_before == first && council == 0) return std::nullopt;  // children's, perhaps
  first = noun_before < first ? noun_before : first - council;
  end = has_noun ? noun + 1 : end + behind;
  Recognised found{first, end - first, {}, {std::string(kChangeNote)}, {}, false, {}};
  found.filters.emplace_back("grade", is_worse ? "worse than before" : "better than before");
  return with_judgement(words, std::move(found));
}

}  // namespace ofsearch::understanding
