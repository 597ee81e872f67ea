#include "searcher/plan/direction/direction.h"

#include "common/text/lists.h"
#include "searcher/plan/clauses/describing.h"
#include "searcher/plan/clauses/phrases.h"
#include "searcher/plan/direction/absence.h"
#include "searcher/plan/direction/comparisons.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/endings.h"
#include "searcher/plan/direction/faults.h"
#include "searcher/plan/direction/judging_topics.h"
#include "searcher/plan/direction/judging_verbs.h"
#include "searcher/plan/direction/measures.h"
#include "searcher/plan/direction/negators.h"
#include "searcher/plan/direction/undone.h"
#include "searcher/query/question.h"

#include <array>

namespace ofsearch {
namespace {

// Nouns that judge and that people ask about as such, and how quick something is.
constexpr std::array<std::string_view, 15> kTopicNouns = {
    "backlog", "backlogs", "shortage", "shortages", "turnover", "instability", "drift",   "delay",
    "delays",  "quick",    "quickly",  "rapid",     "rapidly",  "speedy",      "speedily"};

// Deny in some places only: "yet to", "absence of".
constexpr std::array<std::string_view, 3> kDenyIn = {"yet", "absence", "devoid"};

struct Opposite {
  std::string_view word, says;
};

constexpr std::array kOpposites = {
    Opposite{"delay", "timely"},
    Opposite{"delay", "promptly"},
    Opposite{"delay", "prompt"},
    Opposite{"delay", "swiftly"},
    Opposite{"delay", "quickly"},
    Opposite{"drift", "timely"},
    Opposite{"drift", "promptly"},
    Opposite{"late", "on time"},
    Opposite{"late", "timely"},
    Opposite{"late", "within timescales"},
    Opposite{"shortage", "sufficient"},
    Opposite{"shortage", "enough"},
    Opposite{"turnover", "stable"},
    Opposite{"overdue", "on time"},
    Opposite{"overdue", "timely"},
    Opposite{"timely", "delay"},
    Opposite{"timely", "late"},
    Opposite{"timely", "too long"},
    Opposite{"timely", "not timely"},
    Opposite{"effective", "ineffective"},
    Opposite{"effective", "not effective"},
    Opposite{"robust", "not robust"},
    Opposite{"robust", "weak"},
    Opposite{"good", "poor"},
    Opposite{"good", "weak"},
};

// "Hardly any agency staff", "rarely uses agency workers".
bool denies_reliance(const std::vector<std::string>& words, size_t at) {
  return is_negator(words, at) && speaks_of_agencies(words, at + 1);
}

// "working well": the verb says nothing of the topic.
bool is_carrier_of_well(const std::vector<std::string>& words, size_t at, std::string_view word) {
  constexpr std::array<std::string_view, 7> kVerbs = {"work", "works", "working", "worked",
                                                      "done", "doing", "going"};
  return is_one_of(word, kVerbs) && word_at(words, at + 1) == "well";
}

// "Not seen promptly", "do not visit children regularly": a verb is denied some words before.
bool is_denied(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kScope = 6;
  constexpr std::array<std::string_view, 5> kOfNouns = {"no", "none", "without", "lack", "lacking"};
  for (size_t before = at; before > 0 && at - before < kScope; --before) {
    const std::string word = word_at(words, before - 1);
    if (is_negator(words, before - 1) && !is_one_of(word, kOfNouns) &&
        !denies_denial(words, before - 1))
      return true;
  }
  return false;
}

bool is_no_longer(const std::vector<std::string>& words, size_t at) {
  return word_at(words, at) == "no" && word_at(words, at + 1) == "longer";
}

// "No longer": what has ended was good or bad; where neither is said, it is no judgement.
Direction of_no_longer(const std::vector<std::string>& words, size_t at) {
  return {opposite(finding_of_amount(words, at + 1)), true};
}

// "No longer sign off poor work": whatever fault is named behind it has ended.
bool has_ended(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kScope = 6;
  for (size_t before = at; before > 0 && at - before < kScope; --before)
    if (is_no_longer(words, before - 1)) return true;
  return is_past(words, at);
}

// "Too early", "too many meetings": too much is a fault, "not too much" is praise. The word itself
// is never looked for.
Direction of_too(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 13> kNotMeasured = {
      "", "in", "and", "or", "for", "of", "with", "at", "by", "on", "to", "when", "if"};
  if (is_one_of(word_at(words, at + 1), kNotMeasured)) return {};
  const bool denied = negator_before(words, at) < words.size();
  return {denied ? Finding::kStrength : Finding::kWeakness, true, denied, false, true};
}

// What people say of themselves or of others where no word judges alone: "feel safe", "can trust",
// "understood by partners".
bool is_praise(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 16> kFeelings = {
      "safe",  "supported", "valued",    "listened",  "heard",   "included", "welcome", "welcomed",
      "cared", "loved",     "respected", "confident", "settled", "proud",    "secure",  "safer"};
  constexpr std::array<std::string_view, 8> kBeing = {"are",  "is",    "was",   "were",
                                                      "been", "being", "fully", "clearly"};
  constexpr std::array<std::string_view, 6> kFound = {"identified", "recognised", "spotted",
                                                      "noticed",    "found",      "addressed"};
  constexpr std::array<std::string_view, 6> kBetterIfMore = {"consistent", "focused", "visible",
                                                             "joined",     "open",    "settled"};
  const std::string word = word_at(words, at), after = word_at(words, at + 1);
  const std::string before = at > 0 ? word_at(words, at - 1) : "";
  if (word == "feel" || word == "feels" || word == "felt" || word == "feeling")
    return is_one_of(after, kFeelings);
  if (before == "more" && is_one_of(word, kBetterIfMore)) return true;
  if (word == "early") return is_one_of(before, kFound);
  if (word == "trust" || word == "rely") return before == "can" || before == "could";
  if (word != "understood" || finding_of(before) != Finding::kNeutral) return false;
  return after == "by" || is_one_of(before, kBeing);
}

// "The judge complained about late statements": what professionals complain of is a fault. What
// families complain of are complaints, a topic.
bool is_complaint(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 9> kVerbs = {"complain",    "complains", "complained",
                                                      "complaining", "moan",      "moaned",
                                                      "grumble",     "grumbled",  "grumbling"};
  constexpr std::array<std::string_view, 4> kBehind = {"about", "of", "that", "at"};
  constexpr std::array<std::string_view, 20> kWho = {
      "judge",        "judges",     "judiciary", "court",    "courts", "magistrates", "ofsted",
      "inspector",    "inspectors", "cafcass",   "police",   "school", "schools",     "teachers",
      "headteachers", "gps",        "partners",  "agencies", "iros",   "guardians"};
  if (!is_one_of(word_at(words, at), kVerbs) || !is_one_of(word_at(words, at + 1), kBehind))
    return false;
  constexpr size_t kScope = 4;
  for (size_t before = at; before > 0 && at - before < kScope; --before)
    if (is_one_of(word_at(words, before - 1), kWho)) return true;
  return false;
}

// "Listened to but not acted on".
bool is_limited_behind(const std::vector<std::string>& words, size_t at) {
  for (size_t but = at + 1; but < words.size(); ++but)
    if (word_at(words, but) == "but" && is_negator(words, but + 1)) return true;
  return false;
}

// "Lost confidence", "not let down", "not believed". A fault that is denied is not looked for.
Direction of_verb(const std::vector<std::string>& words, size_t at, const JudgingVerb& verb) {
  if (verb.finding == Finding::kStrength) {
    if (is_limited_behind(words, at)) return {};
    return {is_denied(words, at) ? Finding::kWeakness : Finding::kStrength, false};
  }
  const bool denied = negator_before(words, at) < words.size() || has_ended(words, at);
  if (verb.kind == VerbKind::kTopic)
    return {denied ? Finding::kNeutral : Finding::kWeakness, false, false, true};
  if (!denied) return {Finding::kWeakness, verb.kind != VerbKind::kAsked};
  if (verb.kind == VerbKind::kOfWait) return {Finding::kNeutral, true};
  return {Finding::kStrength, true, true};
}

// Whatever stands behind it.
Direction direction_in_place(const std::vector<std::string>& words, size_t at) {
  std::string word = word_at(words, at);
  if (is_carrier_of_well(words, at, word)) return {Finding::kNeutral, true};
  if (const JudgingVerb verb = verb_of(words, at); verb.finding != Finding::kNeutral)
    return of_verb(words, at, verb);
  if (is_too(words, at)) return of_too(words, at);
  if (is_within_time(words, at))
    return {is_denied(words, at) ? Finding::kWeakness : Finding::kStrength, false, false, true};
  if (is_praise(words, at))
    return {is_denied(words, at) ? Finding::kWeakness : Finding::kStrength, false};
  if (is_good_if_denied(word)) {
    const bool denied = negator_before(words, at) < words.size();
    if (!denied && is_long_wait(words, at)) return {Finding::kWeakness, false, false, true};
    return {denied ? Finding::kStrength : Finding::kNeutral, false, denied};
  }
  if (is_left_out(words, at)) {
    const bool denied = negator_before(words, at) < words.size();
    return {denied ? Finding::kStrength : Finding::kWeakness, true, denied};
  }
  if (is_hard_to_get(words, at) || is_to_improve(words, at)) return {Finding::kWeakness, true};
  if (is_complaint(words, at)) return {Finding::kWeakness, true};
  if (denial_of_denial(words, at) < words.size()) return {Finding::kStrength, true};
  if (is_negator(words, at) && (turned_by(words, at) < words.size() || denies_denial(words, at)))
    return {Finding::kNeutral, true};
  if (const Finding reliance = finding_of_reliance(words, at); reliance != Finding::kNeutral)
    return {reliance, false, false, true};
  if (denies_reliance(words, at)) return {Finding::kStrength, true};
  if (is_one_of(word, kDenyIn) && is_negator(words, at)) return {Finding::kWeakness, true};
  if (word == "minimal" && finding_of(word_at(words, at + 1)) == Finding::kWeakness)
    return {Finding::kNeutral, true};
  if (const Finding absence = finding_of_absence(words, at);
      absence != Finding::kNeutral && !is_topic(words, at))
    return {absence, true};
  if (word == "no" && is_topic(words, at)) return {Finding::kNeutral, true};
  if (is_no_longer(words, at)) return of_no_longer(words, at);
  if (at > 0 && is_no_longer(words, at - 1)) return {Finding::kNeutral, true};
  if (const Finding rank = finding_of_rank(words, at); rank != Finding::kNeutral)
    return {rank, true};
  if (const Finding trend = finding_of_trend(words, at); trend != Finding::kNeutral)
    return {trend, false, false, true};
  auto it = words_of_judgement().find(word);
  if (it == words_of_judgement().end() || is_topic(words, at)) return {};
  Direction direction = it->second;
  if (word == "high" || word == "low") direction.finding = finding_of_measure(words, at);
  direction.topic = is_one_of(word, kTopicNouns);
  // "Audits too positive": "too" is what judges.
  if (direction.finding == Finding::kStrength && at > 0 && is_too(words, at - 1)) return {};
  const bool is_turned =
      negator_before(words, at) < words.size() || has_ended(words, at) ||
      (direction.finding == Finding::kStrength && (is_denied(words, at) || is_undone(words, at)));
  // "Lower turnover", "fewer gaps".
  const bool can_be_less =
      direction.topic || (direction.finding == Finding::kWeakness && word.ends_with('s'));
  if ((can_be_less && is_less_of(words, at)) || (!direction.only && is_turned)) {
    direction.negated = true;
    direction.ended = has_ended(words, at);
    direction.finding = opposite(direction.finding);
  }
  // "Chronologies missing": not what is missing, but that it is.
  if (at > 0 &&
      (lacks_thing(words, at) || (word == "missing" && is_needed(word_at(words, at - 1)))))
    direction.only = true;
  if (!direction.negated && is_mended(words, at))
    direction.finding = is_concern(word) ? Finding::kNeutral : Finding::kStrength;
  // Alone, a word of judgement is all there is to look for.
  if (words.size() == 1) direction.only = false;
  return direction;
}

}  // namespace

int sign_of(Finding finding) {
  if (finding == Finding::kStrength) return 1;
  return finding == Finding::kWeakness ? -1 : 0;
}

Finding finding_of(const std::string& word) {
  const auto it = words_of_judgement().find(word);
  return it == words_of_judgement().end() ? Finding::kNeutral : it->second.finding;
}

bool asks_whether(const std::vector<std::string>& words) {
  // "Find out whether workers have too many cases"; not "whether or not".
  for (size_t i = 0; i + 2 < words.size(); ++i)
    if (word_at(words, i) == "whether" && word_at(words, i + 1) != "or") return true;
  // "How timely are visits", "how well do schools ...": what is asked is to what degree.
  if (words.size() > 2 && word_at(words, 0) == "how" &&
      finding_of(word_at(words, 1)) == Finding::kStrength)
    return true;
  return words.size() > 2 && opens_question_whether(word_at(words, 0)) && !is_negator(words, 1);
}

Direction direction_of(const std::vector<std::string>& words, size_t at) {
  if (is_in_motto(words, at)) return {};
  if (takes_back(words, at)) return {Finding::kNeutral, true};
  if (is_length_of_wait(words, at) || describes_people(words, at)) return {Finding::kNeutral, true};
  if (compares(words, at)) return {finding_of_comparison(words, at), true};
  Direction direction = direction_in_place(words, at);
  if (!is_taken_back(words, at)) return direction;
  if (direction.only) direction.finding = opposite(direction.finding);
  if (direction.only) return direction;
  if (direction.finding == Finding::kNeutral && is_good_if_denied(word_at(words, at)))
    direction.finding = Finding::kWeakness;
  if (direction.finding == Finding::kNeutral) return direction;
  direction.finding = opposite(direction.finding);
  direction.negated = direction.ended = true;
  return direction;
}

std::string with_negator(const std::vector<std::string>& typed, size_t at) {
  std::string shown = typed[at];
  for (size_t i = at; i-- > 0;) {
    shown = typed[i] + " " + shown;
    if (direction_of(typed, i).only) return shown;
  }
  return typed[at];
}

std::vector<std::string_view> opposites_of(const std::string& word) {
  std::string singular = word;
  if (singular.ends_with('s')) singular.pop_back();
  std::vector<std::string_view> says;
  for (const Opposite& row : kOpposites)
    if (row.word == word || row.word == singular) says.push_back(row.says);
  return says;
}

}  // namespace ofsearch
