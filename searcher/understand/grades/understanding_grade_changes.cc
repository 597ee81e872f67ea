#include "searcher/understand/grades/understanding_grade_changes.h"

#include "common/report/values.h"
#include "common/text/nearest.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kGetsWorse =
    "dropped drop fallen fell fall slipped slip declined decline downgraded downgrade slid sunk "
    "sank";
constexpr std::string_view kGetsBetter =
    "improved improve risen rose rise upgraded upgrade climbed climb progressed progress";
constexpr std::string_view kMoves = "went gone go moved move changed change came come jumped jump";
constexpr std::string_view kOfGradesOnly = "downgraded downgrade upgraded upgrade";
constexpr std::string_view kBeforeVerbs =
    "that which who has have had was were been being is are be to recently since";
constexpr std::string_view kJudgementNouns = "judgement judgment";

// What stands before a change of grade: "councils that have gone down".
struct Before {
  std::size_t first = 0;  // where it begins
  bool gets_worse = false, gets_better = false;
  bool is_clear = false;  // that it is a grade which changes
};

std::size_t pass_back(const Words& words, std::size_t at, std::string_view list) {
  while (at > 0 && words.is_one_of(at - 1, list)) --at;
  return at;
}

Before before_change(const Words& words, std::size_t end) {
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
  before.is_clear = is_alone || council > 0 || words.is_one_of(verb, kOfGradesOnly);
  return before;
}

Recognised recognised(std::size_t first, std::size_t end, const std::vector<std::string>& grades,
                      std::string note) {
  Recognised found{first, end - first, {}, {std::move(note)}, {}, false, {}};
  for (const std::string& grade : grades) found.filters.emplace_back("grade", grade);
  return found;
}

std::string note_of_earlier(const std::string& earlier, const std::vector<std::string>& grades) {
  std::string note = fmt::format("not asked for: the earlier grade {}", earlier);
  if (grades.empty()) return note;
  return note + fmt::format("; only {} {} {}", grades.size() == 1 ? "grade" : "grades",
                            list_in_words(grades), grades.size() == 1 ? "is" : "are");
}

// "From inadequate to good", "dropped from outstanding".
std::optional<Recognised> change_from(const Words& words, std::size_t at, std::size_t end,
                                      const std::string& earlier) {
  const Before before = before_change(words, at - 1);
  const auto last = words.is_one_of(end, "to") ? phrase_at(words, end + 1, "grade") : std::nullopt;
  if (last)
    return recognised(before.first, end + 1 + last->length, {last->phrase->value},
                      note_of_earlier(earlier, {last->phrase->value}));
  if (!before.is_clear) return std::nullopt;
  const bool is_one_way = before.gets_worse != before.gets_better;
  const std::vector<std::string> grades =
      is_one_way ? grades_beside(earlier, before.gets_better, false) : std::vector<std::string>();
  return recognised(before.first, end, grades, note_of_earlier(earlier, grades));
}

// "Downgraded to inadequate".
std::optional<Recognised> change_to(const Words& words, std::size_t at, std::size_t end,
                                    const std::string& last) {
  const Before before = before_change(words, at - 1);
  if (!before.is_clear) return std::nullopt;
  return recognised(before.first, end, {last},
                    fmt::format("not asked for: the grade before; only grade {} is", last));
}

// "Previously inadequate councils", "councils that used to be inadequate".
std::optional<Recognised> earlier_grade(const Words& words, std::size_t at, std::size_t end,
                                        const std::string& earlier) {
  constexpr std::string_view kEarlier[] = {"used to be", "previously", "formerly", "once"};
  for (const std::string_view each : kEarlier) {
    std::size_t first = words.is_one_of(at - 1, "judged rated graded") ? at - 1 : at;
    const std::size_t length = words.length_before(first, each);
    if (length == 0) continue;
    first = pass_back(words, first - length, kBeforeVerbs);
    const std::size_t before = council_before(words, first);
    const std::size_t behind = Phrases::builtin().length_of("council", words, end);
    if (before == 0 && behind == 0) return std::nullopt;
    return recognised(first - before, end + behind, {}, note_of_earlier(earlier, {}));
  }
  return std::nullopt;
}

// ---- Several judgements -----------------------------------------------------------------------

struct Count {
  std::string_view words;
  bool is_one;
};

// Longest first.
constexpr Count kCounts[] = {
    {"at least one", true},
    {"one or more", true},
    {"at least two", false},
    {"at least three", false},
    {"two or more", false},
    {"three or more", false},
    {"more than one", false},
    {"more than two", false},
    {"a couple of", false},
    {"one", true},
    {"any", true},
    {"two", false},
    {"three", false},
    {"four", false},
    {"several", false},
    {"multiple", false},
    {"many", false},
};

// "Two or more inadequate judgements": any judgement will do.
std::optional<Recognised> counted_judgements(const Words& words, const SaidGrade& said) {
  if (!words.is_one_of(said.end, kJudgementNouns)) return std::nullopt;
  for (const Count& count : kCounts) {
    const std::size_t length = words.length_before(said.first, count.words);
    if (length == 0) continue;
    std::size_t first = pass_back(words, said.first - length,
                                  "with having have has had got received that which who");
    first -= council_before(words, first);
    Recognised found{first, said.end + 1 - first, {}, {}, {}, false, {}};
    for (const Judgement& judgement : judgements())
      for (const std::string& grade : said.grades)
        found.filters.emplace_back("grade", fmt::format("{}:{}", judgement.name, grade));
    if (!count.is_one)
      found.notes.push_back(fmt::format("not asked for: {} judgements of grade {}; one is enough",
                                        count.words, list_in_words(said.grades)));
    return found;
  }
  return std::nullopt;
}

// The pieces behind a grade at `at` that say it of all judgements: "for every judgement".
std::size_t length_of_all(const Words& words, std::size_t at, bool is_clear) {
  if (is_clear && words.length_at(at, "across the board") > 0) return 3;
  std::size_t end = at;
  if (!words.is_one_of(end, "for in on across")) return 0;
  if (!words.is_one_of(++end, "every all each")) return 0;
  while (words.is_one_of(++end, "of the its their")) {
  }
  const bool is_noun =
      words.is_one_of(end, kJudgementNouns) || (is_clear && words.is_one_of(end, "area category"));
  return is_noun ? end + 1 - at : 0;
}

// "All judgements good": where the words before a grade begin that say so; `first`: nowhere.
std::size_t begin_of_all(const Words& words, std::size_t first) {
  std::size_t at = pass_back(words, first, "are is were was being judged rated graded as");
  if (at == 0 || !words.is_one_of(at - 1, kJudgementNouns)) return first;
  at = pass_back(words, at - 1, "of the its their");
  return at > 0 && words.is_one_of(at - 1, "every all each") ? at - 1 : first;
}

// The overall grade is all that a filter can ask for.
std::optional<Recognised> all_judgements(const Words& words, const SaidGrade& said) {
  std::size_t first = begin_of_all(words, said.first), end = said.end;
  if (first == said.first) {
    first = pass_back(words, first, "judged rated graded being be been are is were was that which");
    const std::size_t council = council_before(words, first);
    first -= council;
    const bool is_clear =
        first < said.first || words.is_one_of(said.first, "outstanding inadequate");
    const std::size_t length = length_of_all(words, end, is_clear);
    if (length == 0) return std::nullopt;
    end += length;
  }
  const std::string grade = list_in_words(said.grades);
  return recognised(
      first, end, said.grades,
      fmt::format("not asked for: that every judgement is {}; only the overall grade is", grade));
}

}  // namespace

std::optional<Recognised> find_change(const Words& words, std::size_t at,
                                      const FoundPhrase& grade) {
  if (at == 0 || grade.phrase->takes != "grade") return std::nullopt;
  const std::string& value = grade.phrase->value;
  const std::size_t end = at + grade.length;
  if (words.is_one_of(at - 1, "from")) return change_from(words, at, end, value);
  if (words.length_before(at, "out of") > 0) return change_from(words, at, end, value);
  if (words.is_one_of(at - 1, "to")) return change_to(words, at, end, value);
  return earlier_grade(words, at, end, value);
}

std::optional<Recognised> find_several(const Words& words, const SaidGrade& said) {
  if (said.is_denied) return std::nullopt;
  if (auto found = counted_judgements(words, said)) return found;
  return all_judgements(words, said);
}

}  // namespace ofsearch::understanding
