#include "searcher/plan/direction/absence.h"

#include "common/text/lists.h"
#include "common/text/text.h"
#include "searcher/plan/clauses/describing.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 12> kWritten = {
    "chronologies", "chronology", "records", "recordings", "plans",       "assessments",
    "documents",    "minutes",    "reviews", "signatures", "information", "data"};

// What may go missing itself, as children do, is not here ("return interviews missing").
constexpr std::string_view kNeeded =
    "oversight supervision plan planning consent permission rationale analysis scrutiny voice "
    "views "
    "wishes reflection curiosity programme programmes training advocacy advocate advocates "
    "interpreter interpreters support service services provision therapy counselling timescales "
    "targets objectives detail details signature guidance policy policies protocol protocols "
    "monitoring recording record document genogram genograms summary review audit audits check "
    "checks visit visits assessment consultation involvement participation impact cover matching";

// Needed too, and said to be few or not there, while their going missing is another thing.
constexpr std::string_view kScarce =
    "respite club clubs meeting meetings conference conferences adopter adopters carer carers "
    "placement placements match matches visitor visitors managers leaders directors director "
    "manager "
    "nurse nurses psychologist psychologists therapist therapists dentist dentists mentor "
    "mentors interview interviews response responses follow challenge place places beds "
    "staff worker workers practitioners adviser advisers education tuition schooling foster "
    "specialists tracking "
    "feedback strategy strategies pathway handover improvement improvements progress "
    "learning understanding awareness knowledge action actions recognition protection "
    "stability continuity choice choices capacity funding resources attention leadership "
    "accountability consistency communication coordination evaluation induction help advice "
    "assistance ambition aspiration aspirations urgency grip focus rigour clarity vision framework "
    "trust transparency openness evidence expertise skills confidence structure";

// Of a term that has one of these, less is better, or neither less nor more is.
constexpr std::string_view kNotMissed =
    "abuse abused neglect neglected exploitation violence harm harmful trafficking slavery "
    "radicalisation extremism crime offending offences misuse homeless homelessness exclusion "
    "exclusions excluded absence absent missing custody remand remanded detention detained death "
    "deaths suicide self-harm self-harming bullying poverty debt arrears eviction disability "
    "disabilities autism adhd illness alcohol drug drugs substance gang gangs knife weapons county "
    "marriage mutilation injury injuries risk risks breakdown breakdowns disruption disruptions "
    "change changes moves reduction reductions turnover vacancies caseloads workloads sickness "
    "proceedings court courts order orders complaint complaints allegation allegations re-referral "
    "re-referrals referrals removals agency locum locums unaccompanied asylum pandemic covid "
    "lockdown conflict pregnancy need needs private elective edge home cse cce csa fgm dv "
    "ehe send hospital hotel hotels hostel hostels unregistered unregulated inadequate deprivation "
    "restraint disguised resistance secure benefits emergency cuts savings";

// What is bad to have. Longest first of those that begin alike.
constexpr std::string_view kUnwanted[] = {"bed and breakfast",
                                          "bed breakfast",
                                          "b&b",
                                          "out of area",
                                          "out of county",
                                          "out of borough",
                                          "police cells",
                                          "police cell",
                                          "police custody",
                                          "special measures",
                                          "waiting list",
                                          "waiting lists",
                                          "missing episodes",
                                          "serious incident",
                                          "serious harm",
                                          "serious incidents",
                                          "repeat removals",
                                          "hotel",
                                          "hotels",
                                          "agency social worker",
                                          "agency managers",
                                          "agency manager",
                                          "agency staff",
                                          "agency social workers",
                                          "agency workers",
                                          "agency worker",
                                          "locum",
                                          "locums",
                                          "interim managers",
                                          "temporary staff",
                                          "drift",
                                          "harm",
                                          "abuse",
                                          "neglect",
                                          "exploitation",
                                          "complaints",
                                          "homeless",
                                          "homelessness",
                                          "restraint",
                                          "restraints",
                                          "re-referrals",
                                          "rereferrals",
                                          "removals",
                                          "rough sleeping",
                                          "bullying",
                                          "discrimination",
                                          "unallocated",
                                          "unsuitable accommodation",
                                          "unregistered",
                                          "unregulated",
                                          "hospital",
                                          "tents",
                                          "caravans",
                                          "hostels",
                                          "deaths",
                                          "injuries",
                                          "sickness",
                                          "disruption",
                                          "allegations",
                                          "criminalised",
                                          "homophobia",
                                          "racism",
                                          "incidents",
                                          "split up",
                                          "separated",
                                          "custody"};

// How many words from `at` on, which are names of what is missing or lead to it.
constexpr size_t kScope = 4;

// How many words from `at` on name what is bad to have; 0 where they only go before its name, as
// in "exploitation strategy".
size_t length_of_unwanted(const std::vector<std::string>& typed, size_t at) {
  constexpr std::string_view kBehind[] = {
      "",          "for",        "in",      "of",         "at",
      "to",        "by",         "with",    "and",        "or",
      "on",        "as",         "from",    "among",      "children",
      "placement", "placements", "cases",   "use",        "any",
      "is",        "are",        "between", "was",        "accommodation",
      "done",      "found",      "seen",    "identified", "recorded",
      "reported",  "home",       "homes",   "children's", "provision",
      "setting",   "settings",   "schools"};
  for (std::string_view text : kUnwanted)
    if (const size_t length = length_at(typed, at, text); length > 0)
      return is_one_of(word_at(typed, at + length), kBehind) ? length : 0;
  return 0;
}

// What is good where there is little of it, whatever changes: "few changes of social workers".
bool is_change(const std::string& word) {
  constexpr std::array<std::string_view, 6> kWords = {"change", "changes",   "turnover",
                                                      "moves",  "reduction", "reductions"};
  return is_one_of(word, kWords);
}

struct Absence {
  Finding finding = Finding::kNeutral;
  size_t end = 0;  // behind the last word of what is not there
};

// May stand between a denial and what is bad to have. Behind other words nothing is denied of it:
// "no understanding of neglect", "not protected from harm".
bool leads_to_unwanted(const std::string& word) {
  static const auto kWords = set_of_words(
      "any a the at groups sibling brothers sisters of in on to for by child children young people "
      "babies teenagers siblings families "
      "unaccompanied care leavers pupils asylum seeking boys girls under 16s cases single "
      "repeat use uses used using placed placing place placements placement put puts live lives "
      "living "
      "left kept keep keeps held sent send sends moved housed accommodated stay stays staying "
      "spent spend have had has "
      "are is was were been being be experience experienced subject recent new undue further one");
  return kWords.contains(word);
}

// What is not there, from word number `first` on: the first that is needed or bad to have. What is
// bad goes before what is scarce in the same name ("no placements in hotels").
Absence absence_from(const std::vector<std::string>& typed, size_t first) {
  constexpr std::array<std::string_view, 5> kEnds = {"for", "with", "to", "but", "and"};
  Absence found;
  bool may_be_unwanted = true;
  for (size_t i = first; i < std::min(typed.size(), first + kScope); ++i) {
    const std::string word = word_at(typed, i);
    if (const size_t length = length_of_unwanted(typed, i); length > 0 && may_be_unwanted)
      return {Finding::kStrength, i + length};
    if (is_change(word) || word == "missing") break;
    if (is_needed(word)) return {Finding::kWeakness, i + 1};
    if (found.end > 0 && is_one_of(word, kEnds)) break;
    if (is_scarce(word)) found = {Finding::kWeakness, i + 1};
    may_be_unwanted = may_be_unwanted && leads_to_unwanted(word);
  }
  return found;
}

// "No one sees them" denies what is done, and nothing that is behind it.
bool is_nobody(const std::vector<std::string>& typed, size_t at) {
  return word_at(typed, at) == "no" && word_at(typed, at + 1) == "one";
}

// "No evidence of": what is behind it is said not to be there.
size_t behind_evidence(const std::vector<std::string>& typed, size_t at) {
  constexpr std::array<std::string_view, 6> kSaidBy = {"evidence", "record",     "sign",
                                                       "signs",    "indication", "examples"};
  return is_one_of(word_at(typed, at), kSaidBy) && word_at(typed, at + 1) == "of" ? at + 2 : at;
}

// Denies whatever noun stands behind it.
constexpr std::array<std::string_view, 2> kDenyNoun = {"no", "few"};

Absence absence_at(const std::vector<std::string>& typed, size_t at) {
  constexpr std::array<std::string_view, 7> kDenyVerb = {"never",  "nobody", "none",   "rarely",
                                                         "seldom", "not",    "without"};
  const std::string word = word_at(typed, at);
  const bool is_over = word == "no" && word_at(typed, at + 1) == "longer";
  if (is_one_of(word, kDenyNoun) && !is_over)
    return absence_from(typed, behind_evidence(typed, at + 1));
  // What is needed may be there whatever verb is denied.
  if (!is_over && !is_one_of(word, kDenyVerb)) return {};
  const Absence absence = absence_from(typed, at + (is_over ? 2 : 1));
  return absence.finding == Finding::kStrength ? absence : Absence();
}

}  // namespace

bool is_written(const std::string& word) {
  return is_one_of(word, kWritten);
}

bool is_needed(const std::string& word) {
  static const auto kWords = set_of_words(kNeeded);
  return is_written(word) || kWords.contains(word);
}

bool is_scarce(const std::string& word) {
  static const auto kWords = set_of_words(kScarce);
  return kWords.contains(word);
}

Finding finding_of_absence(const std::vector<std::string>& typed, size_t at) {
  return absence_at(typed, at).finding;
}

std::string with_what_is_missing(const std::vector<std::string>& typed, size_t at) {
  std::string all = typed[at];
  for (size_t word = at + 1; word < absence_at(typed, at).end; ++word) all += " " + typed[word];
  return all;
}

std::string told_of_absence(const std::vector<std::string>& typed, size_t at) {
  if (!is_one_of(word_at(typed, at), kDenyNoun) || absence_at(typed, at).end > 0 ||
      is_nobody(typed, at))
    return {};
  std::string denial = typed[at];
  size_t first = at + 1;
  if (word_at(typed, first) == "longer") denial += " " + typed[first++];
  first = behind_evidence(typed, first);
  if (first >= typed.size()) return {};
  const std::span<const std::string> behind(typed.begin() + static_cast<long>(first),
                                            std::min(kScope, typed.size() - first));
  return fmt::format("\"{}\" is not searched for, only the words behind it: {}", denial,
                     fmt::join(behind, " "));
}

size_t denied_from(const std::vector<std::string>& typed, size_t at) {
  return behind_evidence(typed, at + 1);
}

bool leads_to_missed(const std::string& word) {
  static const auto kOthers =
      set_of_words("in of on to for with at by from and or but who where longer");
  return !kOthers.contains(word) && !names_people(word) && finding_of(word) == Finding::kNeutral;
}

bool may_be_missed(const std::vector<std::string>& term) {
  static const auto kOthers = set_of_words(kNotMissed);
  static const auto kThings =
      set_of_words("council councils passport passports book books box boxes");
  static const auto kBehindPeople = set_of_words("in with of on at who looked leaving");
  if (term.empty()) return false;
  for (const std::string& word : term)
    if (search_form(word) == "missing") return false;
  const std::string last = word_at(term, term.size() - 1);
  if (is_needed(last) || is_scarce(last) || kThings.contains(last)) return true;
  if (names_people(last)) return false;
  for (size_t i = 0; i < term.size(); ++i) {
    const std::string word = word_at(term, i);
    const bool is_judged = finding_of(word) != Finding::kNeutral;
    if (kOthers.contains(word) || is_judged || length_of_unwanted(term, i) > 0) return false;
    if (names_people(word) && kBehindPeople.contains(word_at(term, i + 1))) return false;
  }
  return true;
}

bool is_left_without(const std::vector<std::string>& typed, size_t at) {
  for (size_t before = at; before > 0 && at - before < kScope; --before) {
    const std::string word = word_at(typed, before - 1);
    if (word == "without") return true;
    if (is_needed(word) || word == "and" || word == "but") return false;
  }
  return false;
}

}  // namespace ofsearch
