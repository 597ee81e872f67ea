#include "searcher/plan/direction/measures.h"

#include "searcher/plan/direction/direction_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

using WordSet = std::unordered_set<std::string_view>;

const WordSet& good_where_high() {
  static const WordSet kWords = {
      "quality",  "standard",   "standards",   "calibre",     "aspiration",   "aspirations",
      "ambition", "ambitions",  "morale",      "expectation", "expectations", "aspirational",
      "support",  "attainment", "attendance",  "achievement", "performing",   "performance",
      "priority", "challenge",  "satisfaction"};
  return kWords;
}

const WordSet& bad_where_high() {
  static const WordSet kWords = {
      "caseload",    "caseloads",  "workload",    "workloads",  "turnover", "vacancy", "vacancies",
      "delay",       "delays",     "reliance",    "sickness",   "absence",  "backlog", "numbers",
      "rates",       "rate",       "referrals",   "exclusions", "waits",    "lists",   "relied",
      "reliant",     "relies",     "dependent",   "moves",      "changes",  "gaps",    "complaints",
      "disruptions", "breakdowns", "re-referrals"};
  return kWords;
}

const WordSet& less() {
  static const WordSet kWords = {"reduced",   "reduces",    "reducing",   "reduction", "reduce",
                                 "fallen",    "falling",    "fewer",      "low",       "lower",
                                 "minimised", "eliminated", "decreasing", "decreased", "dropping",
                                 "dropped",   "declining",  "declined",   "filled",    "minimal"};
  return kWords;
}

const WordSet& more() {
  static const WordSet kWords = {"rising",  "risen", "rose", "increasing", "increased",
                                 "growing", "grown", "grew", "climbing",   "soaring"};
  return kWords;
}

// Good where it rises, though little is said by "high" or "low" beside it.
const WordSet& better_if_it_rises() {
  static const WordSet kWords = {"stability",     "recruitment", "appointments", "uptake",
                                 "participation", "engagement",  "capacity",     "retention",
                                 "timeliness",    "carers",      "compliance",   "sufficiency",
                                 "carer",         "adopters",    "confidence",   "take-up"};
  return kWords;
}

// "Gone down", "coming up": the word at `at` says the way.
bool goes(const std::vector<std::string>& words, size_t at, std::string_view way) {
  static const WordSet kVerbs = {"go",   "goes",    "going",  "gone",    "went",
                                 "come", "comes",   "coming", "came",    "bring",
                                 "cut",  "brought", "driven", "driving", "shooting"};
  return at > 0 && word_at(words, at) == way && kVerbs.contains(word_at(words, at - 1));
}

// "A decline in attendance", "a drop in" it; not "families decline support".
bool is_decline(const std::vector<std::string>& words, size_t at) {
  static const WordSet kWords = {"decline", "declines", "decrease", "decreases"};
  static const WordSet kBehind = {"", "in", "of", "after", "since", "during", "over", "and"};
  const std::string word = word_at(words, at), behind = word_at(words, at + 1);
  if (word == "drop" || word == "fall") return behind == "in";
  return kWords.contains(word) && kBehind.contains(behind);
}

bool is_less(const std::vector<std::string>& words, size_t at) {
  return less().contains(word_at(words, at)) || goes(words, at, "down") || is_decline(words, at);
}

// Rates and numbers of all kinds rise and fall: no judgement.
bool is_trend_of_note(const std::string& word) {
  return word != "numbers" && word != "rates" && word != "rate";
}

// "Agency staff", "temporary workers"; not "inter-agency working".
bool is_of_agencies(const std::vector<std::string>& words, size_t at) {
  static const WordSet kFirst = {"agency", "temporary", "interim"};
  static const WordSet kSecond = {"staff", "worker", "workers", "social", "managers", "use"};
  const std::string word = word_at(words, at);
  return word == "locums" || (kFirst.contains(word) && kSecond.contains(word_at(words, at + 1)));
}

}  // namespace

bool speaks_of_agencies(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kScope = 4;  // words: "any use of agency staff"
  for (size_t i = at; i < std::min(words.size(), at + kScope); ++i)
    if (is_of_agencies(words, i)) return true;
  return false;
}

namespace {

constexpr size_t kNear = 3;  // words

// Where what the word at `at` measures may begin. "Attendance of pupils in care has risen": the
// verb, or what ends the query, is of the whole sentence.
size_t begin_of_measured(const std::vector<std::string>& words, size_t at) {
  static const WordSet kHelpers = {"has", "have", "had", "is", "are", "was", "were"};
  constexpr size_t kSentence = 7;
  const bool ends = at + 1 == words.size();
  const size_t far =
      at > 0 && (ends || kHelpers.contains(word_at(words, at - 1))) ? kSentence : kNear;
  return at > far ? at - far : 0;
}

// What the nearest words say is measured: a strength where much of it is good, a weakness where it
// is bad; neutral where nothing is measured.
Finding measured_near(const std::vector<std::string>& words, size_t at,
                      bool (*counts)(const std::string&)) {
  const size_t end = std::min(words.size(), at + kNear + 1);
  for (size_t i = begin_of_measured(words, at); i < end; ++i) {
    const std::string word = word_at(words, i);
    if (!counts(word)) continue;
    if (is_of_agencies(words, i)) return Finding::kWeakness;
    if (good_where_high().contains(word)) return Finding::kStrength;
    if (bad_where_high().contains(word)) return Finding::kWeakness;
  }
  return Finding::kNeutral;
}

bool is_better_if_it_rises(const std::vector<std::string>& words, size_t at) {
  const size_t end = std::min(words.size(), at + kNear + 1);
  for (size_t i = begin_of_measured(words, at); i < end; ++i)
    if (better_if_it_rises().contains(word_at(words, i))) return true;
  return false;
}

bool is_wait(const std::string& word) {
  static const WordSet kWords = {"wait", "waits", "waited", "waiting", "queue", "queues"};
  return kWords.contains(word);
}

bool is_unit_of_time(const std::string& word) {
  static const WordSet kWords = {"day",   "days",   "week", "weeks", "fortnight",
                                 "month", "months", "year", "years", "ages"};
  return kWords.contains(word);
}

bool is_number(const std::string& word) {
  static const WordSet kWords = {"a",    "one",     "two",      "three",  "four",   "five",
                                 "six",  "seven",   "eight",    "nine",   "ten",    "twelve",
                                 "many", "several", "eighteen", "twenty", "couple", "half"};
  return kWords.contains(word) ||
         (!word.empty() && word.find_first_not_of("0123456789") == std::string::npos);
}

// The places [first, last] of how long the wait at `at` takes; first > last where it is not said.
std::pair<size_t, size_t> length_of_wait(const std::vector<std::string>& words, size_t at) {
  static const WordSet kBetween = {"for", "of",    "over",  "up",     "to",     "more",  "than",
                                   "at",  "least", "about", "nearly", "around", "almost"};
  constexpr std::pair<size_t, size_t> kNone = {1, 0};
  if (!is_wait(word_at(words, at))) return kNone;
  static const WordSet kLong = {"long", "longer", "lengthy", "prolonged", "endless"};
  if (at > 0 && kLong.contains(word_at(words, at - 1))) return {at - 1, at - 1};
  // "An 18 month wait"; "under two years waiting" is an age.
  if (const std::string unit = at > 1 ? word_at(words, at - 1) : "";
      is_unit_of_time(unit) && !unit.ends_with('s') && is_number(word_at(words, at - 2)))
    return {at - 2, at - 1};
  size_t first = at + 1;
  while (kBetween.contains(word_at(words, first))) ++first;
  size_t last = first;
  while (is_number(word_at(words, last)) || word_at(words, last) == "of") ++last;
  const std::string unit = word_at(words, last);
  if (!is_unit_of_time(unit) || (last == first && !unit.ends_with('s'))) return kNone;
  return {first, last};
}

}  // namespace

bool is_long_wait(const std::vector<std::string>& words, size_t at) {
  const auto [first, last] = length_of_wait(words, at);
  return first <= last;
}

bool is_length_of_wait(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kFar = 8;  // words
  for (size_t i = at > kFar ? at - kFar : 0; i < std::min(words.size(), at + 3); ++i) {
    const auto [first, last] = length_of_wait(words, i);
    if (first <= at && at <= last) return true;
  }
  return false;
}

Finding finding_of_amount(const std::vector<std::string>& words, size_t at) {
  return measured_near(words, at, [](const std::string&) { return true; });
}

Finding finding_of_measure(const std::vector<std::string>& words, size_t at) {
  const Finding high = finding_of_amount(words, at);
  if (high == Finding::kNeutral) return Finding::kWeakness;
  return word_at(words, at) == "high" ? high : opposite(high);
}

Finding finding_of_trend(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at);
  const bool is_better = word == "improving" || word == "improves";
  const bool falls = is_less(words, at) && word != "low";
  if (!is_better && !falls && !more().contains(word) && !goes(words, at, "up"))
    return Finding::kNeutral;
  Finding high = measured_near(words, at, is_trend_of_note);
  if (high == Finding::kNeutral && is_better_if_it_rises(words, at)) high = Finding::kStrength;
  if (high == Finding::kNeutral) return high;
  if (is_better) return Finding::kStrength;
  return falls ? opposite(high) : high;
}

Finding finding_of_rank(const std::vector<std::string>& words, size_t at) {
  static const WordSet kRanks = {"national",     "average",   "averages",   "target",
                                 "targets",      "expected",  "standard",   "expectation",
                                 "expectations", "standards", "statistical"};
  const std::string word = word_at(words, at);
  size_t behind = at + 1;
  if (word_at(words, behind) == "the") ++behind;
  if ((word != "above" && word != "below") || !kRanks.contains(word_at(words, behind)))
    return Finding::kNeutral;
  const Finding above = finding_of_amount(words, at);
  if (word == "above") return above;
  return above == Finding::kNeutral ? Finding::kWeakness : opposite(above);
}

bool is_less_of(const std::vector<std::string>& words, size_t at) {
  static const WordSet kHelpers = {"has", "have", "is",   "are",    "been",  "was",  "were",
                                   "now", "come", "gone", "coming", "going", "came", "went"};
  constexpr size_t kBefore = 2;
  size_t behind = at + 1;
  while (behind < words.size() && kHelpers.contains(word_at(words, behind))) ++behind;
  if (is_less(words, behind)) return true;
  for (size_t i = at > kBefore ? at - kBefore : 0; i < at; ++i)
    if (is_less(words, i)) return true;
  return false;
}

Finding finding_of_reliance(const std::vector<std::string>& words, size_t at) {
  static const WordSet kWords = {"reliance",   "reliant",   "rely",     "relies",     "relied",
                                 "relying",    "depend",    "depends",  "dependence", "dependent",
                                 "dependency", "depending", "dependant"};
  static const WordSet kLess = {"less",    "lower", "low",    "reduced", "reducing",   "reduce",
                                "minimal", "no",    "not",    "never",   "without",    "little",
                                "limited", "few",   "rarely", "reduces", "decreasing", "longer",
                                "cut",     "end",   "ended",  "lessen"};
  constexpr size_t kBefore = 4;
  if (!kWords.contains(word_at(words, at)) || word_at(words, at + 1) != "on" ||
      !speaks_of_agencies(words, at + 2))
    return Finding::kNeutral;
  for (size_t i = at > kBefore ? at - kBefore : 0; i < at; ++i)
    if (kLess.contains(word_at(words, i)) && word_at(words, i + 1) != "only")
      return Finding::kStrength;
  constexpr size_t kBehind = 8;
  for (size_t i = at + 2; i < std::min(words.size(), at + kBehind); ++i)
    if (is_less(words, i)) return Finding::kStrength;
  return is_less_of(words, at) ? Finding::kStrength : Finding::kWeakness;
}

}  // namespace ofsearch
