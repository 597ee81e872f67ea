#include "searcher/understand/grades/understanding_grades.h"

#include "common/text/characters.h"
#include "searcher/understand/grades/understanding_grade_changes.h"
#include "searcher/understand/grades/understanding_grade_signs.h"
#include "searcher/understand/grades/understanding_said_grades.h"
#include "searcher/understand/grades/understanding_said_judgements.h"
#include "searcher/understand/grades/understanding_several_judgements.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <algorithm>
#include <optional>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kJudged = "judged rated graded judge rate grade";
constexpr std::string_view kTheir = "the their its";
constexpr std::string_view kEventNote =
    "when a grade was awarded is not known to a search: documents of all dates and grades are "
    "searched; the history of an authority has them in order";

constexpr std::string_view kNeverNote =
    "\"never\" is asked of each report: an authority may have had the grade in another; "
    "--history tells";

using Grades = std::vector<std::string>;

class GradeFinder {
 public:
  GradeFinder(const Words& words, const AllRecognised& known)
      : words_(words), known_(known), signs_(words, known) {}

  AllRecognised run() {
    for (std::size_t at = 0; at < words_.size();) {
      const auto grade = phrase(at, "grade not-grade");
      if (signs_.known_at(at) != nullptr)
        ++at;
      else
        at += grade ? take(at, *grade) : take_change(at);
    }
    join_judgements(words_, &found_);
    return std::move(found_);
  }

 private:
  std::optional<FoundPhrase> phrase(std::size_t at, std::string_view takes) const {
    return phrase_at(words_, at, takes);
  }

  // The piece behind `at` once other things recognised are passed over, and whether they end with
  // a noun of their own ("north west councils").
  std::size_t pass_known(std::size_t at, bool* with_noun) const {
    while (const Recognised* known = signs_.known_at(at)) {
      const std::size_t end = known->first + known->count;
      *with_noun = signs_.noun_length(end - 1) > 0;
      at = end;
    }
    return at;
  }

  // "Downgraded councils".
  std::size_t take_change(std::size_t at) {
    auto change = find_change_of_any(words_, at);
    if (!change) return 1;
    const std::size_t end = change->first + change->count;
    found_.push_back(std::move(*change));
    return std::max(end, at + 1) - at;
  }

  // Takes the grade at `at` if it is one; returns how many pieces to go on by.
  std::size_t take(std::size_t at, const FoundPhrase& grade) {
    SaidGrade said = said_grade(words_, at, grade);
    const std::size_t grade_end = said.end;
    auto whole = find_change(words_, at, grade, known_);
    if (!whole) whole = find_several(words_, said);
    if (whole) {
      found_.push_back(std::move(*whole));
      return std::max(found_.back().first + found_.back().count, grade_end) - at;
    }
    if (take_denied_judgement(said) || take_named_before(said))
      return std::max(said.end, grade_end) - at;
    // "Worst rated", and not "inadequate".
    const bool is_rank = !said.is_overall && words_.is_one_of(said.end - 1, kJudged);
    const bool has_signs = is_rank || signs_.take_judged(&said) || signs_.take_got(&said) ||
                           signs_.take_councils_compared(&said) || signs_.take_never(&said);
    bool is_grade = has_signs || said.is_overall || has_contrast(said.end);
    bool noun_is_known = false;
    const std::size_t behind = pass_known(said.end, &noun_is_known);
    const std::size_t noun = behind == said.end || !noun_is_known ? signs_.noun_length(behind) : 0;
    is_grade = is_grade || is_all_compared(said) || noun > 0 || noun_is_known ||
               signs_.is_of_region(at, said) || signs_.is_beside_inspection(said);
    if (noun > 0 && behind == said.end) said.end += noun;
    if (is_grade && take_event(said.first, said.end)) return said.end - at;
    Recognised recognised{said.first, said.end - said.first, {}, {}, {}, false, {}};
    const Grades grades = said.is_denied ? other_grades(said.grades) : said.grades;
    if (!take_judgement(&recognised, is_grade, grades) &&
        !take_judgement_of_councils(&recognised, grades) &&
        !take_judgement_as_named(&recognised, said.is_compared, grades)) {
      if (!is_grade) return grade_end - at;
      recognised.excluded = said.is_denied;
      for (const std::string& value : said.grades) recognised.filters.emplace_back("grade", value);
    }
    std::size_t next = recognised.first + recognised.count;
    push(std::move(recognised));
    if (take_denied_behind(next, said.grades)) next = found_.back().first + found_.back().count;
    if (noun > 0 && behind > said.end) found_.push_back({behind, noun, {}, {}, {}, false, {}});
    return std::max(next, grade_end) - at;
  }

  // "After the inadequate judgement": a time, of which nothing is known here. What was judged so
  // is what is not meant.
  bool take_event(std::size_t first, std::size_t end) {
    while (first > 0 && words_.is_one_of(first - 1, "the its their our a an last first being was"))
      --first;
    if (first == 0 || !words_.is_one_of(first - 1, "after since following before until"))
      return false;
    --first;
    found_.push_back({first, end - first, {}, {std::string(kEventNote)}, {}, false, {}});
    return true;
  }

  // "Inadequate but good adoption": the first is that of the whole.
  bool has_contrast(std::size_t end) const {
    if (!words_.is_one_of(end, "but though although yet with")) return false;
    if (words_.is_one_of(end + 2, "for") && denied_behind(end)) return true;
    const auto other = phrase(end + 1, "grade");
    return other && phrase(end + 1 + other->length, "judgement");
  }

  // "... but not for care leavers", behind a grade that ends at `end`: where the judgement is
  // named.
  std::optional<std::size_t> denied_behind(std::size_t end) const {
    if (words_.length_at(end, "but not") == 0) return std::nullopt;
    std::size_t at = end + 2;
    if (words_.is_one_of(at, "for in on")) ++at;
    if (words_.is_one_of(at, kTheir)) ++at;
    const auto judgement = phrase(at, "judgement");
    if (!judgement || !closes_judgement(at + judgement->length)) return std::nullopt;
    return at;
  }

  bool take_denied_behind(std::size_t end, const Grades& grades) {
    const auto at = denied_behind(end);
    if (!at) return false;
    Recognised recognised{end, 0, {}, {}, {}, false, {}};
    take_judgement_at(*at, *phrase(*at, "judgement"), other_grades(grades), &recognised);
    push(std::move(recognised));
    return true;
  }

  // "Not yet good", "good but not outstanding", and nothing else.
  bool is_all_compared(const SaidGrade& said) const {
    return said.is_compared && says_nothing_more(words_, 0, said.first, known_) &&
           says_nothing_more(words_, said.end, words_.size(), known_);
  }

  // "Inadequate overall but ...", "good for leadership but ...", `turned`: "good councils but
  // leadership not good".
  bool is_behind_other(std::size_t at, bool turned = false) const {
    while (at > 0 && words_.is_one_of(at - 1, kMerely)) --at;
    if (at < 2 || found_.empty() || !words_.is_one_of(at - 1, kContrasts)) return false;
    const Recognised& before = found_.back();
    if (before.first + before.count != at - 1) return false;
    return turned || words_.is_one_of(at - 2, "overall") || is_judgement(before);
  }

  // "Leadership was inadequate", and nothing else.
  bool is_all_that_is_said(const JudgementBefore& before, const SaidGrade& said) const {
    const bool has_verb = said.is_compared || before.judgement.length < said.first - before.first;
    return has_verb && says_nothing_more(words_, 0, before.first, known_) &&
           says_nothing_more(words_, said.end, words_.size(), known_) &&
           (said.is_compared || before.is_denied ||
            std::ranges::all_of(said.grades, is_clear_grade));
  }

  // "Leadership was judged inadequate", "care leavers are good but leadership is inadequate".
  bool take_named_before(const SaidGrade& said) {
    const auto before = judgement_before(words_, said.first);
    if (!before || signs_.known_at(before->at) != nullptr) return false;
    if (!before->is_clear && !is_before_other(words_, said.end) &&
        !is_behind_other(before->first, before->is_denied || said.is_compared) &&
        !is_all_that_is_said(*before, said))
      return false;
    if (!found_.empty() && found_.back().first + found_.back().count > before->first) return false;
    Recognised recognised{before->first, 0, {}, {}, {}, false, {}};
    const bool is_denied = before->is_denied || said.is_denied;
    take_judgement_at(before->at, before->judgement,
                      is_denied ? other_grades(said.grades) : said.grades, &recognised);
    recognised.count = said.end - before->first;
    push(std::move(recognised));
    return true;
  }

  // "Councils not good for care leavers", "... but not outstanding care leavers". Who is not good
  // for somebody else has no grade.
  bool take_denied_judgement(const SaidGrade& said) {
    if (said.is_compared || said.first == 0 || !words_.is_one_of(said.first - 1, kDenials))
      return false;
    std::size_t first = said.first - 1;
    const bool beside_other = is_behind_other(first);
    SaidGrade denied = said;
    const std::size_t verb = signs_.pass_verbs(first, &denied);
    const std::size_t council = beside_other ? 0 : council_before(words_, verb);
    const bool is_alone = !beside_other && says_nothing_more(words_, 0, verb, known_);
    if (council > 0 || is_alone) first = verb - council;
    const bool is_clear = std::ranges::all_of(said.grades, is_clear_grade);
    if (!beside_other && council == 0 && !is_alone && !is_clear) return false;
    std::size_t name_at = said.end;
    if (words_.is_one_of(name_at, "for"))
      ++name_at;
    else if (!beside_other)
      return false;
    if (words_.is_one_of(name_at, kTheir)) ++name_at;
    const auto judgement = phrase(name_at, "judgement");
    if (!judgement || !closes_judgement(name_at + judgement->length)) return false;
    Recognised recognised{first, 0, {}, {}, {}, false, {}};
    take_judgement_at(name_at, *judgement, other_grades(said.grades), &recognised);
    take_further_judgements(other_grades(said.grades), &recognised);
    push(std::move(recognised));
    return true;
  }

  // What is never so in one report may be in another.
  void push(Recognised recognised) {
    for (std::size_t i = 0; i < recognised.count; ++i)
      if (words_.is_one_of(recognised.first + i, "never"))
        recognised.notes = {std::string(kNeverNote)};
    found_.push_back(std::move(recognised));
  }

  // "Councils with inadequate leadership"; behind a grade also "... but good adoption".
  bool take_judgement_of_councils(Recognised* recognised, const Grades& grades) {
    const std::size_t at = recognised->first, name_at = at + recognised->count;
    const auto judgement = phrase(name_at, "judgement");
    if (!judgement || at == 0) return false;
    if (!found_.empty() &&
        words_.is_one_of(at - 1, "with and but while whilst although though yet whereas")) {
      --recognised->first;
      take_judgement_at(name_at, *judgement, grades, recognised);
      return true;
    }
    if (!words_.is_one_of(at - 1, "with have having has")) return false;
    for (std::size_t length = 1; length <= std::min<std::size_t>(at - 1, 3); ++length) {
      const std::size_t council_at = at - 1 - length;
      if (Phrases::builtin().length_of("council", words_, council_at) != length) continue;
      recognised->first = council_at;
      take_judgement_at(name_at, *judgement, grades, recognised);
      return true;
    }
    return false;
  }

  // "Outstanding leadership judgements", "good leaders but inadequate overall".
  bool take_judgement_as_named(Recognised* recognised, bool is_compared, const Grades& grades) {
    const std::size_t at = recognised->first + recognised->count;
    const auto judgement = phrase(at, "judgement");
    if (!judgement) return false;
    const std::size_t end = at + judgement->length;
    const bool has_noun = words_.is_one_of(end, kGradeNouns);
    const bool is_alone = is_compared && closes_judgement(end) &&
                          says_nothing_more(words_, 0, recognised->first, known_);
    if (!has_noun && !is_alone && !is_before_other(words_, end)) return false;
    take_judgement_at(at, *judgement, grades, recognised);
    if (has_noun) ++recognised->count;
    return true;
  }

  static void take_judgement_at(std::size_t at, const FoundPhrase& judgement, const Grades& grades,
                                Recognised* recognised) {
    for (std::string_view name : split(judgement.phrase->value, ','))
      for (const std::string& grade : grades)
        recognised->filters.emplace_back("grade", std::string(name) + ":" + grade);
    for (std::size_t i = 0; i < judgement.length; ++i) recognised->kept.push_back(at + i);
    recognised->count = at + judgement.length - recognised->first;
  }

  // "... for leadership and care leavers": both; "or": either.
  void take_further_judgements(const Grades& grades, Recognised* recognised) {
    for (;;) {
      const std::size_t end = recognised->first + recognised->count;
      if (!words_.is_one_of(end, "and or")) return;
      std::size_t at = end + 1;
      while (words_.is_one_of(at, "for in on the their its")) ++at;
      const auto judgement = phrase(at, "judgement");
      if (!judgement || !closes_judgement(at + judgement->length)) return;
      Recognised further{recognised->first, 0, {}, {}, {}, false, recognised->kept};
      take_judgement_at(at, *judgement, grades, &further);
      if (words_.is_one_of(end, "and"))
        further.filters = both(recognised->filters, further.filters);
      else
        further.filters.insert(further.filters.begin(), recognised->filters.begin(),
                               recognised->filters.end());
      if (further.filters.empty()) return;
      further.excluded = recognised->excluded;
      *recognised = std::move(further);
    }
  }

  // Whether the name of a judgement ends before `at`: not "care leavers accommodation".
  bool closes_judgement(std::size_t at) const {
    return at >= words_.size() || signs_.known_at(at) != nullptr ||
           words_.is_one_of(at, "and or but with while although yet in since after before");
  }

  // "... for leadership". The judgement's words are looked for as well.
  bool take_judgement(Recognised* recognised, bool is_grade, const Grades& grades) {
    const std::size_t at = recognised->first + recognised->count;
    if (!words_.is_one_of(at, "for in on")) return false;
    const std::size_t name_at = at + 1 + (words_.is_one_of(at + 1, kTheir) ? 1 : 0);
    const auto judgement = phrase(name_at, "judgement");
    if (!judgement) return false;
    const bool clear = std::ranges::any_of(grades, is_clear_grade);
    const bool beside_other =
        is_behind_other(recognised->first) || is_before_other(words_, name_at + judgement->length);
    const std::size_t council = is_grade ? 0 : council_before(words_, recognised->first);
    const bool is_sure = clear || council > 0;
    if (!is_grade && !beside_other && !(is_sure && words_.is_one_of(at, "for"))) return false;
    take_judgement_at(name_at, *judgement, grades, recognised);
    take_further_judgements(grades, recognised);
    recognised->first -= council;
    recognised->count += council;
    return true;
  }

  const Words& words_;
  const AllRecognised& known_;
  const GradeSigns signs_;
  AllRecognised found_;
};

}  // namespace

AllRecognised find_grades(const Words& words, const AllRecognised& known) {
  return GradeFinder(words, known).run();
}

}  // namespace ofsearch::understanding
