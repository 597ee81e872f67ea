#include "searcher/plan/faults.h"

#include "common/text/stemmer.h"
#include "searcher/plan/direction_words.h"

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

// What is done to a fault, by whoever: "drift is challenged"; before a fault also who did it.
bool is_done(std::string_view word) {
  static const WordSet kWords = {"challenged", "tackled",  "addressed",  "prevented",
                                 "avoided",    "resolved", "overcome",   "dealt",
                                 "confronted", "spotted",  "identified", "recognised",
                                 "fixed",      "known",    "corrected"};
  return kWords.contains(word);
}

bool denies(const std::string& word) {
  static const WordSet kFails = {"fail", "fails",  "failed",    "failing",  "failure",
                                 "slow", "unable", "reluctant", "struggle", "struggles"};
  const auto it = words_of_judgement().find(word);
  return kFails.contains(word) || (it != words_of_judgement().end() && it->second.only);
}

bool may_stand_between(const std::string& word) {
  static const WordSet kWords = {"on", "with", "from", "to", "of", "and", "or", "own", "any"};
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

bool is_mended_behind(const std::vector<std::string>& words, size_t at) {
  for (size_t i = at + 1; i < words.size() && i - at <= kNear; ++i) {
    const std::string word = word_at(words, i);
    if (denies(word)) return false;
    if (is_done(word)) return true;
    if (!may_stand_between(word)) return false;
  }
  return false;
}

}  // namespace

bool is_mended(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at), after = word_at(words, at + 1);
  if (is_fault(word)) return is_mended_before(words, at) || is_mended_behind(words, at);
  if (!is_faulty(word) || after.empty() || may_stand_between(after)) return false;
  return is_mended_before(words, at) || is_mended_behind(words, at + 1);
}

bool is_concern(const std::string& word) {
  return word == "concerns" || word == "problems";
}

}  // namespace ofsearch
