#include "searcher/plan/clauses/describing.h"

#include "searcher/plan/clauses/typed_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

constexpr std::string_view kPeople =
    "child children boy boys girl girls teenager teenagers baby babies infant infants parent "
    "parents mother mothers father fathers family families sibling siblings brother brothers "
    "sister sisters people person leaver leavers pupil pupils adult adults women men males "
    "partners "
    "cla lac uasc neet eet refugees students";

// Others whom a clause may describe.
constexpr std::string_view kOthers =
    "kid kids mum mums dad dads teens youngsters adolescents carer carers grandparents relatives "
    "adopters those victims survivors perpetrators client clients guardians woman man they";

constexpr std::string_view kStaff =
    "worker workers staff manager managers leader leaders practitioner practitioners professional "
    "professionals officer officers reviewing iro iros director directors teacher teachers nurse "
    "nurses police schools school agencies agency partner council councils adviser advisers";

constexpr std::string_view kDenyVerbs =
    "not never cannot don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't "
    "haven't "
    "hasn't hadn't dont doesnt didnt isnt arent cant rarely seldom hardly";

constexpr std::string_view kHelpers =
    "do does did are is was were have has had can could may might will would still currently often "
    "also just simply either";

// Between "not" and what is denied.
constexpr std::string_view kAdverbs =
    "always yet currently be been being to fully often really ever regularly even usually "
    "themselves";

// What services do for people, or should: that it is not done is a fault.
constexpr std::string_view kDoneForPeople =
    "seen heard told given kept put found shown taken spoken sought understood met made held done "
    "written taught brought safe well happy";

// What people are given, or make of it.
constexpr std::string_view kHad =
    "receive receives get gets have has feel feels benefit benefits know knows understand "
    "understands trust trusts make makes achieve achieves progress thrive thrives improve improves "
    "need needs experience experiences see sees contribute complete enjoy";

// Of these, what people are or have by themselves.
constexpr std::string_view kOfThemselves =
    "english parents family friends children relatives status capacity leave recourse disabilities "
    "sen papers passports money";

// What people are, in the form of what is done.
constexpr std::string_view kStates =
    "known looked adopted accompanied related born married disabled employed registered educated "
    "enrolled settled interested motivated";

// What people are, and is no judgement.
constexpr std::string_view kTraits =
    "ready willing able eligible entitled british religious verbal present pregnant resident "
    "biological white old";

// "Children not in school", "parents not attending".
constexpr std::string_view kPlaces =
    "school schools education employment training work care nursery college roll home university "
    "contact";
constexpr std::string_view kDoing =
    "attending going living speaking wanting coming returning working engaging cooperating "
    "sleeping "
    "using staying turning born known entitled eligible able willing";

bool is_person(const std::string& word) {
  static const auto kWords = set_of_words(kOthers);
  return names_people(word) || kWords.contains(word);
}

bool is_staff(const std::string& word) {
  static const auto kWords = set_of_words(kStaff);
  return kWords.contains(word);
}

bool denies_verb(const std::string& word) {
  static const auto kWords = set_of_words(kDenyVerbs);
  return kWords.contains(word);
}

bool is_helper(const std::string& word) {
  static const auto kWords = set_of_words(kHelpers);
  return kWords.contains(word);
}

bool is_being(const std::string& word) {
  static const auto kWords =
      set_of_words("are is was were be been being isn't aren't wasn't weren't isnt arent");
  return kWords.contains(word);
}

// "Foster carers" are no staff, and "social workers" no people whom a service is for.
bool is_about_people(const std::vector<std::string>& words, size_t at) {
  return is_person(word_at(words, at)) && !is_staff(word_at(words, at));
}

// "Children in care who", "families that", but not "workers in the team who" or "plans that": what
// stands before word number `at`.
bool has_people_before(const std::vector<std::string>& words, size_t at, bool only_next) {
  constexpr size_t kScope = 4;
  for (size_t before = at; before > 0 && at - before < kScope; --before) {
    if (is_staff(word_at(words, before - 1))) return false;
    if (is_about_people(words, before - 1)) return true;
    if (only_next) return false;
  }
  return !only_next;
}

// Whether a clause on people begins before `end`, where "not" or its helper stands.
bool begins_clause(const std::vector<std::string>& words, size_t end) {
  static const auto kOpen = set_of_words("when where if because unless whenever whose once");
  static const auto kBetween = set_of_words("the a their birth foster young both own some");
  if (end == 0) return false;
  const std::string opener = word_at(words, end - 1);
  if (opener == "who") return has_people_before(words, end - 1, false);
  if (opener == "that" || opener == "which") return has_people_before(words, end - 1, true);
  if (!is_about_people(words, end - 1)) return false;
  size_t first = end - 1;
  while (first > 0 &&
         (kBetween.contains(word_at(words, first - 1)) || is_about_people(words, first - 1)))
    --first;
  return first > 0 && kOpen.contains(word_at(words, first - 1));
}

// "Children not in school", "parents not attending".
bool is_short_clause(const std::vector<std::string>& words, size_t at) {
  static const auto kWhere = set_of_words("in at on");
  static const auto kIn = set_of_words(kPlaces);
  static const auto kDo = set_of_words(kDoing);
  if (at == 0 || word_at(words, at) != "not" || !is_about_people(words, at - 1)) return false;
  const std::string behind = word_at(words, at + 1);
  return kDo.contains(behind) || (kWhere.contains(behind) && kIn.contains(word_at(words, at + 2)));
}

// Whether what is denied from word number `at` on is what people are not given or do not have of a
// service. `is`: "are not", not "do not".
bool is_judged(const std::vector<std::string>& words, size_t at, bool is) {
  static const auto kDone = set_of_words(kDoneForPeople);
  static const auto kOwned = set_of_words(kHad);
  static const auto kOwn = set_of_words(kOfThemselves);
  static const auto kAre = set_of_words(kStates);
  static const auto kBe = set_of_words(kTraits);
  static const auto kWhere = set_of_words("in at on from with under living going");
  constexpr size_t kNear = 5;
  const std::string word = word_at(words, at);
  for (size_t i = at; i < std::min(words.size(), at + kNear); ++i)
    if (kOwn.contains(word_at(words, i))) return false;
  if (!is) return word.empty() || kOwned.contains(word) || kDone.contains(word);
  if (kAre.contains(word) || kBe.contains(word) || kWhere.contains(word)) return false;
  return !word.ends_with("ing");
}

}  // namespace

bool names_people(const std::string& word) {
  static const auto kWords = set_of_words(kPeople);
  return kWords.contains(word);
}

bool describes_people(const std::vector<std::string>& words, size_t at) {
  static const auto kBetween = set_of_words(kAdverbs);
  if (!denies_verb(word_at(words, at))) return false;
  if (is_short_clause(words, at)) return true;
  size_t begin = at;
  bool is = is_being(word_at(words, at));
  while (begin > 0 && is_helper(word_at(words, begin - 1)))
    is = is_being(word_at(words, --begin)) || is;
  if (!begins_clause(words, begin)) return false;
  size_t denied = at + 1;
  while (kBetween.contains(word_at(words, denied))) is = is_being(word_at(words, denied++)) || is;
  return denied < words.size() && !is_judged(words, denied, is);
}

}  // namespace ofsearch
