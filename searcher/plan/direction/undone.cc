#include "searcher/plan/direction/undone.h"

#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/faults.h"
#include "searcher/plan/direction/judging_topics.h"
#include "searcher/plan/direction/measures.h"
#include "searcher/plan/direction/negators.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

using WordSet = std::unordered_set<std::string_view>;

constexpr size_t kNear = 4;  // words

// What stands behind one of these is said of something else.
bool begins_another(const std::string& word) {
  static const WordSet kWords = {"and",   "but",     "or",  "while",   "although", "though",
                                 "yet",   "despite", "who", "which",   "that",     "when",
                                 "where", "whilst",  "if",  "because", "so"};
  return kWords.contains(word);
}

// "Support for children not in school": what is denied is said of the children.
bool leads_elsewhere(const std::string& word) {
  static const WordSet kWords = {"for",    "with",    "of",       "to",       "in",     "at",
                                 "by",     "from",    "among",    "children", "child",  "people",
                                 "young",  "leavers", "families", "parents",  "pupils", "those",
                                 "carers", "mothers", "fathers",  "teenagers"};
  return kWords.contains(word);
}

// "Fails to", "is slow to".
bool fails_to(const std::vector<std::string>& words, size_t at) {
  static const WordSet kWords = {"fail",      "fails",     "failed",    "failing",   "failure",
                                 "failures",  "unable",    "slow",      "reluctant", "struggle",
                                 "struggles", "struggled", "struggling"};
  return kWords.contains(word_at(words, at)) && word_at(words, at + 1) == "to";
}

// "A shortage of", "gaps in", "barriers to"; "insufficient", right before what is praised.
bool is_shortage(const std::vector<std::string>& words, size_t at, size_t praise) {
  static const WordSet kWords = {"shortage", "shortages",  "gap",     "gaps",
                                 "weakness", "weaknesses", "delay",   "delays",
                                 "deficits", "shortfalls", "barrier", "barriers"};
  static const WordSet kToo = {"insufficient", "inadequate", "limited", "minimal"};
  static const WordSet kBehind = {"of", "in", "to", "for"};
  if (kToo.contains(word_at(words, at))) return at + 1 == praise;
  // "Gaps filled quickly": the manner is not what is short.
  const std::string praised = word_at(words, praise);
  if (praised.ends_with("ly") && praised != "timely") return false;
  return kWords.contains(word_at(words, at)) && kBehind.contains(word_at(words, at + 1)) &&
         !is_less_of(words, at) && !is_mended(words, at);
}

// "Insufficiently robust", "far from robust", "less than robust".
bool is_lowered(const std::vector<std::string>& words, size_t at) {
  static const WordSet kBefore = {"insufficiently", "inadequately", "inconsistently",
                                  "ineffectively", "poorly"};
  const std::string before = at > 0 ? word_at(words, at - 1) : "";
  const std::string first = at > 1 ? word_at(words, at - 2) : "";
  return kBefore.contains(before) || (first == "far" && before == "from") ||
         (first == "anything" && before == "but") || (first == "less" && before == "than");
}

bool is_short_of(const std::vector<std::string>& words, size_t at) {
  if (is_lowered(words, at)) return true;
  for (size_t i = at; i > 0 && at - i <= kNear; --i) {
    if (begins_another(word_at(words, i - 1))) return false;
    if (fails_to(words, i - 1) || is_shortage(words, i - 1, at))
      return negator_before(words, i - 1) == words.size();
  }
  return false;
}

// Whether the negator at `at` denies a verb: "is not shared".
bool denies_verb(const std::vector<std::string>& words, size_t at) {
  static const WordSet kOfNouns = {"no",   "none",   "without", "lack",   "lacks",  "lacked",
                                   "few",  "little", "neither", "nor",    "nobody", "absence",
                                   "less", "least",  "devoid",  "lacking"};
  return is_negator(words, at) && !kOfNouns.contains(word_at(words, at)) &&
         turned_by(words, at) == words.size() && !denies_denial(words, at);
}

bool is_missed_behind(const std::vector<std::string>& words, size_t at) {
  static const WordSet kMissing = {"lacking",  "missing",    "absent",      "rare",     "scarce",
                                   "sporadic", "infrequent", "unavailable", "exception"};
  for (size_t i = at + 1; i < std::min(words.size(), at + 1 + kNear); ++i) {
    const std::string word = word_at(words, i);
    if (begins_another(word) || leads_elsewhere(word)) return false;
    if (kMissing.contains(word))
      return !is_topic(words, i) && negator_before(words, i) == words.size();
    if (denies_verb(words, i)) return true;
  }
  return false;
}

// Whether the word at `at` says that something should be otherwise: "needs", "should be".
bool asks_for_more(const std::vector<std::string>& words, size_t at) {
  static const WordSet kNeed = {"need", "needs", "needed", "require", "requires", "required"};
  static const WordSet kShould = {"should", "must", "could"};
  const std::string word = word_at(words, at);
  if (kShould.contains(word)) return word_at(words, at + 1) == "be";
  return kNeed.contains(word) && (at == 0 || word_at(words, at - 1) != "no");
}

// "Needs more robust oversight", "more robust oversight is needed".
bool is_wanted(const std::vector<std::string>& words, size_t at) {
  static const WordSet kBehind = {"needed", "required"};
  const std::string more = at > 0 ? word_at(words, at - 1) : "";
  if (more != "more" && more != "better" && more != "stronger") return false;
  for (size_t i = at > kNear ? at - kNear : 0; i < std::min(words.size(), at + 1 + kNear); ++i)
    if (i < at ? asks_for_more(words, i) : kBehind.contains(word_at(words, i))) return true;
  return false;
}

}  // namespace

bool is_undone(const std::vector<std::string>& words, size_t at) {
  return is_short_of(words, at) || is_missed_behind(words, at) || is_wanted(words, at);
}

bool is_too(const std::vector<std::string>& words, size_t at) {
  static const WordSet kWords = {"too", "overly", "unduly", "excessively"};
  return kWords.contains(word_at(words, at));
}

}  // namespace ofsearch
