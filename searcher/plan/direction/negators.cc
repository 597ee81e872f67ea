#include "searcher/plan/direction/negators.h"

#include "common/text/lists.h"
#include "searcher/plan/clauses/describing.h"
#include "searcher/plan/clauses/phrases.h"
#include "searcher/plan/direction/absence.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/judging_topics.h"
#include "searcher/plan/direction/judging_verbs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

// "No waiting", "never miss".
constexpr std::array<std::string_view, 24> kGoodIfDenied = {
    "wait",        "waits",      "waiting",   "queue",      "queues",    "queuing",
    "miss",        "misses",     "holdup",    "busy",       "barriers",  "unregistered",
    "unregulated", "unlawful",   "moves",     "disruption", "breakdown", "breakdowns",
    "disruptions", "exclusions", "exclusion", "vacancies",  "waited",    "queued"};

// May stand between a negator and its word: "no undue delay", "no children are left in unsuitable
// homes", "few young people have to wait".
constexpr auto kBetween = std::to_array<std::string_view>(
    {"from",      "just",       "one",        "single",       "having",      "of",        "any",
     "a",         "the",        "too",        "undue",        "unnecessary", "much",      "great",
     "being",     "always",     "often",      "been",         "child",       "children",  "young",
     "people",    "babies",     "families",   "parents",      "carers",      "care",      "leavers",
     "staff",     "social",     "workers",    "are",          "is",          "in",        "with",
     "who",       "left",       "living",     "live",         "placed",      "have",      "had",
     "has",       "to",         "experience", "experiencing", "feel",        "placement", "school",
     "permanent", "job",        "longer",     "ever",         "kept",        "evidence",  "sign",
     "signs",     "indication", "use",        "uses",         "used",        "using",     "put",
     "puts",      "place",      "places",     "placing",      "long",        "lengthy"});

bool judges(const std::vector<std::string>& words, size_t at) {
  std::string word = word_at(words, at);
  if (is_good_if_denied(word) || is_left_out(words, at)) return true;
  const JudgingVerb verb = verb_of(words, at);
  if (verb.finding == Finding::kWeakness && verb.kind != VerbKind::kTopic) return true;
  auto it = words_of_judgement().find(word);
  return it != words_of_judgement().end() && !it->second.only && !is_topic(words, at);
}

// "No assessments overdue": whether word number `at` is what "no" before it is said of, and what
// judges ends the words behind it. "No plans, late visits" are two faults.
bool is_of_no(const std::vector<std::string>& words, size_t at) {
  return at > 0 && word_at(words, at - 1) == "no" && is_needed(word_at(words, at)) &&
         at + 2 == words.size() && finding_of(word_at(words, at + 1)) == Finding::kWeakness;
}

}  // namespace

bool is_good_if_denied(const std::string& word) {
  return is_one_of(word, kGoodIfDenied);
}

bool is_left_out(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 4> kBehind = {"", "of", "from", "in"};
  return word_at(words, at) == "left" && word_at(words, at + 1) == "out" &&
         is_one_of(word_at(words, at + 2), kBehind);
}

size_t turned_by(const std::vector<std::string>& words, size_t at) {
  size_t turned = at + 1;
  while (turned < words.size() && !is_left_out(words, turned) &&
         (is_one_of(word_at(words, turned), kBetween) || is_of_no(words, turned)))
    ++turned;
  return judges(words, turned) ? turned : words.size();
}

bool is_negator(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at);
  if (describes_people(words, at) || is_in_motto(words, at)) return false;
  if (word == "yet") return word_at(words, at + 1) == "to";
  if (word == "free") return word_at(words, at + 1) == "of" || word_at(words, at + 1) == "from";
  if (word == "absence" || word == "devoid") return word_at(words, at + 1) == "of";
  // "Less effective", "least thorough"; "less than" compares, "less support" is no judgement
  // turned.
  if (word == "less" || word == "least") return judges(words, at + 1);
  const auto it = words_of_judgement().find(word);
  return it != words_of_judgement().end() && it->second.only && !is_topic(words, at);
}

size_t denial_of_denial(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 5> kFirst = {"no", "not", "never", "isn't", "aren't"};
  constexpr std::array<std::string_view, 9> kSecond = {
      "lack", "lacks", "lacking", "lacked", "without", "hardly", "rarely", "fail", "fails"};
  if (!is_one_of(word_at(words, at), kSecond)) return words.size();
  size_t before = at;
  while (before > 0 && is_one_of(word_at(words, before - 1), kBetween)) --before;
  const bool denied = before > 0 && is_one_of(word_at(words, before - 1), kFirst);
  return denied ? before - 1 : words.size();
}

bool denies_denial(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kScope = 4;
  for (size_t behind = at + 1; behind < std::min(words.size(), at + kScope); ++behind)
    if (denial_of_denial(words, behind) == at) return true;
  return false;
}

size_t negator_before(const std::vector<std::string>& words, size_t at) {
  size_t before = at;
  while (before > 0) {
    const std::string word = word_at(words, before - 1);
    if (is_one_of(word, kBetween) || is_of_no(words, before - 1))
      --before;
    else if ((word == "or" || word == "and") && before > 1 && judges(words, before - 2))
      before -= 2;  // "without drift or delay"
    else
      break;
  }
  const bool is_denied_here = before > 0 && is_negator(words, before - 1) &&
                              denial_of_denial(words, before - 1) == words.size();
  return is_denied_here ? before - 1 : words.size();
}

}  // namespace ofsearch
