#include "searcher/plan/direction/faults.h"

#include "common/words/stemmer.h"
#include "searcher/plan/direction/direction_words.h"

#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

using WordSet = std::unordered_set<std::string_view>;

bool is_fault(std::string_view word) {
  static const WordSet kWords = {"weakness", "weaknesses", "delay",    "delays",   "drift",
                                 "backlog",  "backlogs",   "failing",  "failings", "failure",
                                 "failures", "gaps",       "concerns", "problems", "shortfalls",
                                 "deficits", "shortage",   "shortages"};
  return kWords.contains(word);
}

bool is_faulty(std::string_view word) {
  static const WordSet kWords = {"poor",         "weak",       "bad",      "unsafe",
                                 "inconsistent", "inadequate", "variable", "ineffective"};
  return kWords.contains(word);
}

bool mends(std::string_view word) {
  static const WordSet kWords = {
      "challenge", "challenges", "challenging", "tackle",     "tackles",     "tackling",
      "address",   "addresses",  "addressing",  "prevent",    "prevents",    "preventing",
      "avoid",     "avoids",     "avoiding",    "resolve",    "resolves",    "resolving",
      "overcome",  "overcomes",  "overcoming",  "confront",   "confronts",   "confronting",
      "identify",  "identifies", "identifying", "recognise",  "recognises",  "recognising",
      "spot",      "spots",      "spotting",    "know",       "knows",       "knew",
      "act",       "acts",       "acting",      "understand", "understands", "understanding",
      "fix",       "fixes",      "fixing",      "respond",    "responds",    "responding",
      "aware",     "response",   "deal",        "deals",      "dealing",     "escalate",
      "learn",     "learns",     "learning",    "correct",    "escalates",   "correcting"};
  return kWords.contains(word);
}

// What ends a fault, by whoever.
bool is_ended(std::string_view word) {
  static const WordSet kWords = {"tackled",    "addressed",   "resolved", "overcome",   "dealt",
                                 "fixed",      "corrected",   "cleared",  "ended",      "lifted",
                                 "eased",      "mended",      "filled",   "eliminated", "remedied",
                                 "eradicated", "disappeared", "vanished", "plugged",    "sorted",
                                 "rectified",  "bridged"};
  return kWords.contains(word);
}

// What is done to a fault: "drift is challenged"; before a fault also who did it.
bool is_done(std::string_view word) {
  static const WordSet kWords = {"challenged", "prevented",  "avoided",    "confronted",
                                 "spotted",    "identified", "recognised", "known"};
  return kWords.contains(word) || is_ended(word);
}

// "The backlog has gone", but not "gone up", "gone unnoticed".
bool is_gone(const std::vector<std::string>& words, size_t at) {
  static const WordSet kBehind = {"", "now", "and", "away", "in", "at", "for", "since"};
  return word_at(words, at) == "gone" && kBehind.contains(word_at(words, at + 1));
}

bool denies(const std::string& word) {
  static const WordSet kFails = {"fail",   "fails",     "failed",   "failing",   "failure", "slow",
                                 "unable", "reluctant", "struggle", "struggles", "yet"};
  const auto it = words_of_judgement().find(word);
  return kFails.contains(word) || (it != words_of_judgement().end() && it->second.only);
}

bool may_stand_between(const std::string& word) {
  static const WordSet kWords = {"on",     "with",   "from",   "to",      "of",         "and",
                                 "or",     "own",    "any",    "now",     "largely",    "mostly",
                                 "almost", "nearly", "fully",  "since",   "completely", "finally",
                                 "soon",   "well",   "always", "quickly", "promptly",   "swiftly"};
  return is_stopword(word) || kWords.contains(word) || is_fault(word) || is_faulty(word);
}

constexpr size_t kNear = 4;  // words

// Whether what mends at `at` is denied: "do not always challenge", "slow to act".
bool is_denied(const std::vector<std::string>& words, size_t at) {
  for (size_t before = at; before > 0 && at - before < kNear; --before) {
    const std::string word = word_at(words, before - 1);
    if (denies(word)) return true;
    if (!may_stand_between(word) && word != "always") return false;
  }
  return false;
}

bool is_mended_before(const std::vector<std::string>& words, size_t at) {
  for (size_t before = at; before > 0 && at - before < kNear; --before) {
    const std::string word = word_at(words, before - 1);
    if (mends(word) || is_done(word)) return !is_denied(words, before - 1);
    if (!may_stand_between(word)) return false;
  }
  return false;
}

// "Gaps in the chronology have been filled": what has the fault stands between.
bool is_mended_behind_its_place(const std::vector<std::string>& words, size_t at) {
  static const WordSet kPlaces = {"in", "of", "with", "for", "around", "within", "across"};
  static const WordSet kHelpers = {"is", "are", "was", "were", "been", "now", "largely"};
  static const WordSet kClauses = {"how", "when", "before", "until", "that", "which", "who"};
  constexpr size_t kFar = 8;  // words
  if (!kPlaces.contains(word_at(words, at + 1))) return false;
  for (size_t i = at + 2; i < words.size() && i - at <= kFar; ++i) {
    const std::string word = word_at(words, i), before = word_at(words, i - 1);
    if (denies(word) || kClauses.contains(word)) return false;
    if (is_ended(word) && kHelpers.contains(before)) return true;
    if (is_gone(words, i) && (before == "has" || before == "have")) return true;
  }
  return false;
}

bool is_mended_behind(const std::vector<std::string>& words, size_t at) {
  for (size_t i = at + 1; i < words.size() && i - at <= kNear; ++i) {
    const std::string word = word_at(words, i);
    if (denies(word)) return false;
    if (is_done(word) || is_gone(words, i)) return true;
    if (!may_stand_between(word)) break;
  }
  return is_mended_behind_its_place(words, at);
}

}  // namespace

bool is_mended(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at), after = word_at(words, at + 1);
  if (is_fault(word)) return is_mended_before(words, at) || is_mended_behind(words, at);
  if (!is_faulty(word) || after.empty() || may_stand_between(after)) return false;
  return is_mended_before(words, at) || is_mended_behind(words, at + 1);
}

bool is_hard_to_get(const std::vector<std::string>& words, size_t at) {
  static const WordSet kHard = {"unable", "difficult", "difficulty", "difficulties", "hard"};
  static const WordSet kGet = {"access",  "accessing",  "get",    "getting",  "find",   "finding",
                               "recruit", "recruiting", "secure", "securing", "obtain", "obtaining",
                               "book",    "booking",    "retain", "retaining"};
  static const WordSet kOf = {"recruitment", "retention", "access", "staffing"};
  const std::string word = word_at(words, at);
  if (!kHard.contains(word)) return false;
  if (word.starts_with("difficult") && at > 0 && kOf.contains(word_at(words, at - 1))) return true;
  // "Parents unable to meet needs" are the topic.
  static const WordSet kServe = {"provide", "offer",   "meet",  "place",   "match",  "deliver",
                                 "appoint", "attract", "fill",  "respond", "employ", "evidence",
                                 "keep",    "staff",   "reach", "sustain", "show"};
  static const WordSet kFamily = {"parents", "parent",   "mother", "mothers",
                                  "father",  "families", "family", "who"};
  const std::string behind = word_at(words, at + 1);
  if (word == "unable" && behind == "to" && kServe.contains(word_at(words, at + 2)))
    return at == 0 || !kFamily.contains(word_at(words, at - 1));
  return kGet.contains(behind == "to" || behind == "in" ? word_at(words, at + 2) : behind);
}

bool is_to_improve(const std::vector<std::string>& words, size_t at) {
  static const WordSet kNeed = {"need", "needs", "needed", "must", "should"};
  const std::string word = word_at(words, at), before = at > 0 ? word_at(words, at - 1) : "";
  const std::string first = at > 1 ? word_at(words, at - 2) : "";
  // "Leaders know what needs to improve".
  for (size_t i = at > kNear ? at - kNear : 0; i < at; ++i)
    if (mends(word_at(words, i))) return false;
  if (word == "improvement" || word == "improvements")
    return kNeed.contains(before) || (before == "of" && first == "need") ||
           word_at(words, at + 1) == "needed";
  return word == "improve" && (kNeed.contains(before) || (before == "to" && kNeed.contains(first)));
}

bool is_concern(const std::string& word) {
  return word == "concerns" || word == "problems";
}

}  // namespace ofsearch
