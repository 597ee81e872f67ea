#include "searcher/understand/grades/understanding_grades.h"

#include "common/text/characters.h"
#include "searcher/understand/grades/understanding_grade_changes.h"
#include "searcher/understand/grades/understanding_said_grades.h"
#include "searcher/understand/grades/understanding_said_judgements.h"
#include "searcher/understand/grades/understanding_several_judgements.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <algorithm>
#include <optional>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kJudged = "judged rated graded judge rate grade";
constexpr std::string_view kGot = "got get received receive given awarded";
constexpr std::string_view kLinks = "as to be overall found";
constexpr std::string_view kGradeNouns = "judgement judgment grade rating";
constexpr std::string_view kEventNote =
    "when a grade was awarded is not known to a search: documents of all dates and grades are "
    "searched; the history of an authority has them in order";

class GradeFinder {
 public:
  GradeFinder(const Words& words, const AllRecognised& known) : words_(words), known_(known) {}

  AllRecognised run() {
    for (std::size_t at = 0; at < words_.size();) {
      const auto grade = phrase(at, "grade not-grade");
      if (known_at(at) != nullptr)
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

  const Recognised* known_at(std::size_t at) const {
    for (const Recognised& each : known_)
      if (at >= each.first && at < each.first + each.count && !each.keeps_words) return &each;
    return nullptr;
  }

  std::size_t noun_length(std::size_t at) const {
    for (const char* name : {"council", "document"})
      if (const std::size_t length = Phrases::builtin().length_of(name, words_, at); length > 0)
        return length;
    return words_.is_one_of(at, kGradeNouns) ? 1 : 0;
  }

  // The piece behind `at` once other things recognised are passed over, and whether they end with
  // a noun of their own ("north west councils").
  std::size_t pass_known(std::size_t at, bool* with_noun) const {
    while (const Recognised* known = known_at(at)) {
      const std::size_t end = known->first + known->count;
      *with_noun = noun_length(end - 1) > 0;
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
    if (take_named_before(said)) return std::max(said.end, grade_end) - at;
    // "Worst rated", and not "inadequate".
    const bool is_rank = !said.is_overall && words_.is_one_of(said.end - 1, kJudged);
    const bool has_signs =
        is_rank || take_signs_before(&said) || take_got(&said) || take_councils_compared(&said);
    bool is_grade = has_signs || said.is_overall || has_contrast(said.end);
    bool noun_is_known = false;
    const std::size_t behind = pass_known(said.end, &noun_is_known);
    const std::size_t noun = behind == said.end || !noun_is_known ? noun_length(behind) : 0;
    is_grade = is_grade || noun > 0 || noun_is_known || is_of_region(at, said.end, said.grades) ||
               is_beside_inspection(said);
    if (noun > 0 && behind == said.end) said.end += noun;
    if (is_grade && take_event(said.first, said.end)) return said.end - at;
    Recognised recognised{said.first, said.end - said.first, {}, {}, {}, false, {}};
    recognised.excluded = said.is_denied;
    if (!take_judgement(&recognised, is_grade, said.grades) &&
        !take_judgement_of_councils(&recognised, said.grades) &&
        !take_judgement_as_named(&recognised, said.grades)) {
      if (!is_grade) return grade_end - at;
      for (const std::string& value : said.grades) recognised.filters.emplace_back("grade", value);
    }
    const std::size_t next = recognised.first + recognised.count;
    found_.push_back(std::move(recognised));
    if (noun > 0 && behind > said.end) found_.push_back({behind, noun, {}, {}, {}, false, {}});
    return std::max(next, grade_end) - at;
  }

  // "Councils below good".
  bool take_councils_compared(SaidGrade* said) const {
    if (!said->is_compared) return false;
    const std::size_t council = council_before(words_, said->first);
    said->first -= council;
    return council > 0;
  }

  // "Requires improvement London strategy meetings": a query begins with the grade, and a region
  // is named right behind it.
  bool is_of_region(std::size_t at, std::size_t end, const std::vector<std::string>& grades) const {
    if (at > 0 || !is_clear_grade(grades.front())) return false;
    const Recognised* behind = known_at(end);
    return behind != nullptr && !words_.is_one_of(end, kPrepositions) &&
           std::ranges::any_of(behind->filters,
                               [](const auto& filter) { return filter.first == "region"; });
  }

  // "ILACS inadequate front door", "good ILACS": a kind that awards grades is named beside it; not
  // "ILACS outstanding practice".
  bool is_beside_inspection(const SaidGrade& said) const {
    const Recognised* behind = known_at(said.end);
    if (behind != nullptr && names_graded_kind(*behind)) return true;
    const Recognised* before = said.first > 0 ? known_at(said.first - 1) : nullptr;
    return before != nullptr && names_graded_kind(*before) && is_clear_grade(said.grades.front()) &&
           !words_.is_one_of(said.end, "practice work example");
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
    const auto other = phrase(end + 1, "grade");
    return other && phrase(end + 1 + other->length, "judgement");
  }

  // "Inadequate overall but ...", "good for leadership but ...".
  bool is_behind_other(std::size_t at) const {
    while (at > 0 && words_.is_one_of(at - 1, kMerely)) --at;
    if (at < 2 || found_.empty() || !words_.is_one_of(at - 1, kContrasts)) return false;
    const Recognised& before = found_.back();
    if (before.first + before.count != at - 1) return false;
    return words_.is_one_of(at - 2, "overall") || is_judgement(before);
  }

  // "that are", "which have never been": the piece that they begin with, when they end before `at`.
  std::size_t pass_verbs(std::size_t at, SaidGrade* said) const {
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
  bool take_got(SaidGrade* said) const {
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

  // "councils judged to be", "rated".
  bool take_signs_before(SaidGrade* said) const {
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

  // "Leadership was inadequate", and nothing else.
  bool is_all_that_is_said(const JudgementBefore& before, const SaidGrade& said) const {
    return before.first == 0 && said.end == words_.size() && before.judgement.length < said.first &&
           std::ranges::all_of(said.grades, is_clear_grade);
  }

  // "Leadership was judged inadequate", "care leavers are good but leadership is inadequate".
  bool take_named_before(const SaidGrade& said) {
    const auto before = judgement_before(words_, said.first);
    if (!before || known_at(before->at) != nullptr) return false;
    if (!before->is_clear && !is_before_other(words_, said.end) &&
        !is_behind_other(before->first) && !is_all_that_is_said(*before, said))
      return false;
    if (!found_.empty() && found_.back().first + found_.back().count > before->first) return false;
    Recognised recognised{before->first, 0, {}, {}, {}, false, {}};
    take_judgement_at(before->at, before->judgement, said.grades, &recognised);
    recognised.count = said.end - before->first;
    recognised.excluded = said.is_denied;
    found_.push_back(std::move(recognised));
    return true;
  }

  // "Councils with inadequate leadership"; behind a grade also "... but good adoption".
  bool take_judgement_of_councils(Recognised* recognised, const std::vector<std::string>& grades) {
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
  bool take_judgement_as_named(Recognised* recognised, const std::vector<std::string>& grades) {
    const std::size_t at = recognised->first + recognised->count;
    const auto judgement = phrase(at, "judgement");
    if (!judgement) return false;
    const bool has_noun = words_.is_one_of(at + judgement->length, kGradeNouns);
    if (!has_noun && !is_before_other(words_, at + judgement->length)) return false;
    take_judgement_at(at, *judgement, grades, recognised);
    if (has_noun) ++recognised->count;
    return true;
  }

  static void take_judgement_at(std::size_t at, const FoundPhrase& judgement,
                                const std::vector<std::string>& grades, Recognised* recognised) {
    for (std::string_view name : split(judgement.phrase->value, ','))
      for (const std::string& grade : grades)
        recognised->filters.emplace_back("grade", std::string(name) + ":" + grade);
    for (std::size_t i = 0; i < judgement.length; ++i) recognised->kept.push_back(at + i);
    recognised->count = at + judgement.length - recognised->first;
  }

  // "... for leadership and care leavers": both; "or": either.
  void take_further_judgements(const std::vector<std::string>& grades, Recognised* recognised) {
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
    return at >= words_.size() || known_at(at) != nullptr ||
           words_.is_one_of(at, "and or but with while although yet in since after before");
  }

  // "... for leadership". The judgement's words are looked for as well.
  bool take_judgement(Recognised* recognised, bool is_grade,
                      const std::vector<std::string>& grades) {
    const std::size_t at = recognised->first + recognised->count;
    if (!words_.is_one_of(at, "for in on")) return false;
    const std::size_t name_at = at + 1 + (words_.is_one_of(at + 1, "the their its") ? 1 : 0);
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
  AllRecognised found_;
};

}  // namespace

AllRecognised find_grades(const Words& words, const AllRecognised& known) {
  return GradeFinder(words, known).run();
}

}  // namespace ofsearch::understanding
